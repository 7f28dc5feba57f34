import {connection} from 'next/server'

/**
 * For what shares visitors out between several machines: this process answers. It says nothing of the lake, without
 * which each of them still shows its pages; to take all of them out then would turn its outage into the site's.
 */
export async function GET(): Promise<Response> {
  await connection()
  return Response.json({ok: true}, {headers: {'Cache-Control': 'no-store'}})
}
