import { createHash, randomBytes } from 'node:crypto'

/** A session ends so many days after it was last seen, and in any case after ninety. */
export const SESSION_DAYS = 30
export const LONGEST_SESSION_DAYS = 90

/** 256 random bits; only their hash is kept, so that a copy of the database signs nobody in. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function isLive(session: { startedOn: string; seenOn: string }, today: Temporal.PlainDate): boolean {
  const idleUntil = Temporal.PlainDate.from(session.seenOn).add({ days: SESSION_DAYS })
  const atMost = Temporal.PlainDate.from(session.startedOn).add({ days: LONGEST_SESSION_DAYS })

  return Temporal.PlainDate.compare(today, idleUntil) <= 0 && Temporal.PlainDate.compare(today, atMost) <= 0
}

/** "Firefox on Android": enough to recognise one's own device, no more. */
export function deviceName(userAgent: string): string {
  const browser = [
    ['Firefox', /Firefox\//],
    ['Edge', /Edg\//],
    ['Chrome', /Chrome\//],
    ['Safari', /Safari\//],
  ].find(([, pattern]) => (pattern as RegExp).test(userAgent))?.[0]
  const system = [
    ['Android', /Android/],
    ['iPhone', /iPhone|iPad/],
    ['Windows', /Windows/],
    ['Mac', /Mac OS X/],
    ['Linux', /Linux/],
  ].find(([, pattern]) => (pattern as RegExp).test(userAgent))?.[0]

  return browser ? `${String(browser)}${system ? ` on ${String(system)}` : ''}` : 'Another program'
}
