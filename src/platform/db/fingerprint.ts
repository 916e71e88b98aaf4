import { createHash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits: anybody can compute it again from the same bytes. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
