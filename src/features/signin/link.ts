import { hasRunOut } from './code.ts'

/** Links from an admin or the console live longer than a letter's: they travel by hand. */
export const LINK_HOURS = 24

export const OTHER_BROWSER =
  'This link opens only in the browser you asked in. Go back there and type the code from the letter.'

export type LinkState = { kind: 'yours'; memberId: string } | { kind: 'another_browser' } | { kind: 'gone' }

/** What a letter's link is worth in the browser that opened it. */
export function linkState(
  asked: { memberId: string | null; browserHash: string; expiresAt: number } | undefined,
  browserHash: string | undefined,
  now: Temporal.Instant,
): LinkState {
  if (!asked?.memberId || hasRunOut(asked, now)) return { kind: 'gone' }
  if (asked.browserHash !== browserHash) return { kind: 'another_browser' }

  return { kind: 'yours', memberId: asked.memberId }
}

/** Whether a one-time link still opens something. */
export function isOpen(link: { usedOn: string | null; expiresAt: number | null }, now: Temporal.Instant): boolean {
  return link.usedOn === null && !hasRunOut(link, now)
}
