import { hash, randomBytes } from 'node:crypto'

/** A session ends so many days after it was last seen, and in any case after ninety. */
export const SESSION_DAYS = 30
export const LONGEST_SESSION_DAYS = 90

/** 256 random bits; only their hash is kept, so that a copy of the database signs nobody in. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** Whether it opens anything on a day; `expiresOn` is its ninetieth. */
export function isLive({ seenOn, expiresOn }: { seenOn: string; expiresOn: string }, today: string): boolean {
  if (expiresOn < today) return false

  return seenOn === today || Temporal.PlainDate.from(seenOn).add({ days: SESSION_DAYS }).toString() >= today
}

/** "Firefox on Android": enough to recognise one's own device, no more. */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(({ says }) => says.test(userAgent))?.name
  const system = SYSTEMS.find(({ says }) => says.test(userAgent))?.name
  if (!browser) return 'Another program'

  return system ? `${browser} on ${system}` : browser
}

/** The first that fits: Edge says that it is Chrome too, and Chrome that it is Safari. */
const BROWSERS = [
  { name: 'Firefox', says: /Firefox\// },
  { name: 'Edge', says: /Edg\// },
  { name: 'Chrome', says: /Chrome\// },
  { name: 'Safari', says: /Safari\// },
]

/** Android says that it is Linux too, and an iPhone that it is like a Mac. */
const SYSTEMS = [
  { name: 'Android', says: /Android/ },
  { name: 'iPhone', says: /iPhone|iPad/ },
  { name: 'Windows', says: /Windows/ },
  { name: 'Mac', says: /Mac OS X/ },
  { name: 'Linux', says: /Linux/ },
]
