/** The configuration of a test, aimed at the lake in the place of Sanity's own addresses. */
export function lakeConfigOf<Config extends object>(config: Config): Config {
  return {...config, apiHost: process.env.CONFORMANCE_LAKE, useProjectHostname: false}
}
