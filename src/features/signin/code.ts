import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

/** A letter's code and link live so many minutes; a code may be mistyped so many times. */
export const CODE_MINUTES = 10
export const MOST_ATTEMPTS = 5

export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** "123 456" or "123-456", in whatever digits the keyboard has, to "123456"; nothing where it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s\-–.]/g, '')

  return /^[0-9]{6}$/.test(digits) ? digits : undefined
}

/** Six digits are soon tried out, so a plain hash would hide nothing: keyed with the session secret, a copy of the database is no help. */
export function hashCode(secret: string, requestId: string, code: string): string {
  return createHmac('sha256', secret).update(`${requestId}:${code}`).digest('base64url')
}

export interface Asked {
  memberId: string | null
  codeHash: string
  attempts: number
  expiresAt: number
}

/** What comes of a typed code. An address that is nobody's has a code too, but it is never right: the answers do not differ. */
export function tryCode(
  asked: Asked,
  typedHash: string,
  now: Temporal.Instant,
): 'right' | 'wrong' | 'too_often' | 'late' {
  if (hasRunOut(asked, now)) return 'late'
  if (asked.attempts >= MOST_ATTEMPTS) return 'too_often'
  const same = timingSafeEqual(Buffer.from(asked.codeHash), Buffer.from(typedHash))

  return same && asked.memberId !== null ? 'right' : 'wrong'
}

/** `expiresAt` in milliseconds since 1970; null: it has been ended. */
export function hasRunOut({ expiresAt }: { expiresAt: number | null }, now: Temporal.Instant): boolean {
  return expiresAt === null || expiresAt <= now.epochMilliseconds
}
