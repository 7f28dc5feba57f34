import PostalMime, {type Email} from 'postal-mime'
import {SMTPServer} from 'smtp-server'

/** A letter as it came over the wire: whom the envelope names, and what is in it. */
export type ReceivedLetter = {recipients: string[]; source: string; mail: Email}

export type MailServer = {
  /** For `SMTP_URL`. */
  url: string
  letters: ReceivedLetter[]
  /** Refuses letters to this address from now on. */
  refuse: (address: string) => void
  stop: () => Promise<void>
}

/** A mail server of its own for one test, on this machine. */
export async function startMailServer(): Promise<MailServer> {
  const letters: ReceivedLetter[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({address}, _session, done) =>
      done(refused.has(address) ? new Error(`550 Nobody here is called ${address}`) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const source = Buffer.concat(chunks)
        const recipients = session.envelope.rcptTo.map(({address}) => address)
        letters.push({recipients, source: source.toString('latin1'), mail: await PostalMime.parse(source)})
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    refuse: (recipient) => refused.add(recipient),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
