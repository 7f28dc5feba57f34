import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
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
}

export type HmacPurpose = 'token' | 'code'

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
  const hmacKeys = new Map<HmacPurpose, Buffer>()
  const hmacKey = (purpose: HmacPurpose) => {
    const known = hmacKeys.get(purpose)
    if (known !== undefined) return known
    const made = Buffer.from(hkdfSync('sha256', der, '', `sign-off ${purpose}`, 32))
    hmacKeys.set(purpose, made)
    return made
  }
  return {
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
    isSigned: (text, signature) =>
      verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64url')),
    hmac: (purpose, text) => createHmac('sha256', hmacKey(purpose)).update(text, 'utf8').digest('base64url'),
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
