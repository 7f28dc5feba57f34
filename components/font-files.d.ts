/** A font as the build emits it: its address. */
declare module '*.woff2' {
  const address: string
  export default address
}
