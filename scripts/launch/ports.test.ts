import {once} from 'node:events'
import {createServer} from 'node:net'
import {requireFreePort} from './ports.ts'

it('lets a free port pass, and names a taken one with a way out', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(requireFreePort('127.0.0.1', port, 'site')).rejects.toThrow(
    new RegExp(`Port ${port}, which the site needs, is taken[\\s\\S]*--port ${port + 10}`),
  )
  server.close()
  await once(server, 'close')
  await expect(requireFreePort('127.0.0.1', port, 'site')).resolves.toBeUndefined()
})
