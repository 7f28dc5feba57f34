import {once} from 'node:events'
import {createServer} from 'node:net'
import {blockedPorts, requireUsablePort} from './ports.ts'

it('lets a free port pass, and names a taken one with a way out', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(requireUsablePort('127.0.0.1', port, 'site')).rejects.toThrow(
    new RegExp(`Port ${port}, which the site needs, is taken[\\s\\S]*--port ${port + 10}`),
  )
  server.close()
  await once(server, 'close')
  await expect(requireUsablePort('127.0.0.1', port, 'site')).resolves.toBeUndefined()
})

/** Whether `fetch` would ask a port at all; nothing is asked of it here. */
async function isAsked(port: number): Promise<boolean> {
  let asked = false
  const dispatcher = {
    dispatch: () => {
      asked = true
      throw new Error('Asked.')
    },
  }
  const options: RequestInit = {}
  await fetch(`http://127.0.0.1:${port}/`, Object.assign(options, {dispatcher})).catch(() => {})
  return asked
}

it('knows every port that fetch refuses, and no other', async () => {
  const refused: number[] = []
  for (let port = 1; port <= 11_000; port++) if (!(await isAsked(port))) refused.push(port)
  expect([...blockedPorts]).toEqual(refused)
})

it.each([
  [4190, 4200],
  [6000, 6010],
  // 6679 would be the one after 6678, which the lake needs.
  [6668, 6680],
  [10_080, 10_090],
])('says that browsers refuse %i, and names %i, whose neighbours are open too', async (port, other) => {
  await expect(requireUsablePort('127.0.0.1', port, 'site')).rejects.toThrow(
    `Browsers refuse port ${port}, which the site needs, because other programs use it by custom.\n` +
      `Start here on another port: npm start -- --port ${other}`,
  )
})

it('says that there is no port beyond 65535', async () => {
  await expect(requireUsablePort('127.0.0.1', 65_536, 'Studio’s own server')).rejects.toThrow(
    'There is no port 65536, which the Studio’s own server would need.\nStart here on another port: npm start -- --port 3000',
  )
})
