import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'

/** What the server alone can do: sign records, and tell its own tokens and codes. */
export type SignOffKeys = {
  /** Ed25519 over the text in UTF-8, as base64url. */
  sign: (text: string) => string
  isSigned: (text: string, signature: string) => boolean
  /** HMAC-SHA-256 as base64url, under a key of its own for each purpose. */
  hmac: (purpose: HmacPurpose, text: string) => string
  /** AES-256-GCM, as base64url: read again by this server, for whoever brings the same secret. */
  seal: (secret: string, text: string) => string
  /** Null for what was not sealed by this server with this secret, or was altered. */
  unseal: (secret: string, sealed: string) => string | null
}

export type HmacPurpose = 'token' | 'code' | 'kept'

/**
 * Signatures that are remembered, good ones and others apart: the whole record is read again and again, and each
 * verification takes about 60 microseconds. Whoever may write to the dataset could fill it with what was never signed, and
 * every page would wait for that. In memory some ten megabytes at most.
 */
const mostRemembered = 50_000

/** As base64url writes the 64 bytes of a signature. Many texts decode to the same bytes; this is the one that counts. */
const isSignature = (text: string) => /^[\w-]{85}[AQgw]$/.test(text)

const sealing = 'aes-256-gcm'
/** Bytes that begin what is sealed: those that make it differ each time, and those that show whether it was altered. */
const [nonceBytes, tagBytes] = [12, 16]

/** A new key: an Ed25519 private key in PKCS #8, as base64 in one line. */
export function makeSignOffKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({format: 'der', type: 'pkcs8'}).toString('base64')
}

/** Whether a text is such a key. */
export function isSignOffKey(key: string): boolean {
  return openSignOffKeys(key) !== null
}

/** @param key - as `makeSignOffKey` makes it; null when it is none */
export function openSignOffKeys(key: string): SignOffKeys | null {
  const der = Buffer.from(key, 'base64')
  const privateKey = readPrivateKey(der)
  if (privateKey?.asymmetricKeyType !== 'ed25519') return null
  const publicKey = createPublicKey(privateKey)
  const remembered = {good: new Set<string>(), bad: new Set<string>()}
  const hmacKeys = new Map<HmacPurpose, Buffer>()
  const hmacKey = (purpose: HmacPurpose) => {
    const known = hmacKeys.get(purpose)
    if (known !== undefined) return known
    const made = Buffer.from(hkdfSync('sha256', der, '', `sign-off ${purpose}`, 32))
    hmacKeys.set(purpose, made)
    return made
  }
  const sealingKey = (secret: string) => Buffer.from(hkdfSync('sha256', der, secret, 'sign-off sealing', 32))
  return {
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
    isSigned(text, signature) {
      if (!isSignature(signature)) return false
      // Of the texts themselves nothing is kept, however long somebody makes them.
      const name = createHash('sha256').update(`${signature}${text}`, 'utf8').digest('base64')
      if (remembered.good.has(name)) return true
      if (remembered.bad.has(name)) return false
      const isGood = verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64url'))
      const alike = isGood ? remembered.good : remembered.bad
      if (alike.size >= mostRemembered) alike.clear()
      alike.add(name)
      return isGood
    },
    hmac: (purpose, text) => createHmac('sha256', hmacKey(purpose)).update(text, 'utf8').digest('base64url'),
    seal(secret, text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(sealing, sealingKey(secret), nonce)
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
    },
    unseal(secret, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [nonce, tag] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes, nonceBytes + tagBytes)]
      if (tag.length < tagBytes) return null
      const decipher = createDecipheriv(sealing, sealingKey(secret), nonce).setAuthTag(tag)
      try {
        const hidden = bytes.subarray(nonceBytes + tagBytes)
        return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8')]
  return first.length === second.length && timingSafeEqual(first, second)
}

function readPrivateKey(der: Buffer) {
  try {
    return createPrivateKey({key: der, format: 'der', type: 'pkcs8'})
  } catch {
    return null
  }
}
