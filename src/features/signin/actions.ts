import { type Actor, type Context, inTransaction } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { record } from '../../platform/db/audit.ts'
import { sweepLog } from '../../platform/db/sweep.ts'
import { deleteRequestsExpired, deleteSignInLetters } from './code_store.ts'
import { deleteLinksIssued, endLinksExpired } from './link_store.ts'
import { deviceName, hashToken, isLive, LONGEST_SESSION_DAYS, newToken, SESSION_DAYS } from './session.ts'
import {
  deleteSession,
  deleteSessionsBut,
  deleteSessionsOlder,
  findSessionByHash,
  insertSession,
  touchSession,
} from './store.ts'

/** Opens a session for a member; gives the token for the cookie, which is kept nowhere else. */
export function startSession(ctx: Context, memberId: string, userAgent: string, linkId: string | null = null): string {
  return inTransaction(ctx, (ctx) => {
    const token = newToken()
    const today = utcDay(ctx)
    insertSession(ctx, {
      id: ctx.newId(),
      tokenHash: hashToken(token),
      memberId,
      device: deviceName(userAgent),
      linkId,
      startedOn: today.toString(),
      seenOn: today.toString(),
      expiresOn: today.add({ days: LONGEST_SESSION_DAYS }).toString(),
    })
    record({ ...ctx, actor: { id: memberId, name: '', roles: [] } }, 'signed in', 'member', memberId)

    return token
  })
}

/** Whoever a token belongs to, while its session lives. Notes the day it was seen, once a day. */
export function findSession(ctx: Context, token: string): { id: string; actor: Actor } | undefined {
  const session = findSessionByHash(ctx, hashToken(token))
  const today = utcDay(ctx).toString()
  if (!session || !isLive(session, today)) return undefined
  if (session.seenOn !== today) touchSession(ctx, session.id, today)

  return { id: session.id, actor: { id: session.memberId, name: session.name, roles: session.roles } }
}

/** Ends one of one's own sessions. Twice is once. */
export function endSession(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const memberId = ctx.actor.id ?? ''
    if (deleteSession(ctx, memberId, id)) record(ctx, 'signed out', 'member', memberId)
  })
}

/** Ends all of one's own sessions but the one at hand. */
export function endOtherSessions(ctx: Context, kept: string): void {
  inTransaction(ctx, (ctx) => {
    const memberId = ctx.actor.id ?? ''
    const ended = deleteSessionsBut(ctx, memberId, kept)
    if (ended > 0) record(ctx, 'signed out elsewhere', 'member', memberId, { sessions: ended })
  })
}

/** Deletes what ran out: requests, sessions, links, and last season's sign-in letters; from the log beside the database too. */
export function forgetRunOut(ctx: Context): void {
  inTransaction(ctx, (ctx) => {
    const daysAgo = (days: number) => utcDay(ctx).subtract({ days }).toString()
    deleteRequestsExpired(ctx)
    endLinksExpired(ctx)
    deleteLinksIssued(ctx, daysAgo(365))
    deleteSessionsOlder(ctx, daysAgo(SESSION_DAYS), daysAgo(LONGEST_SESSION_DAYS))
    deleteSignInLetters(ctx, daysAgo(30))
  })
  sweepLog(ctx.db)
}

function utcDay(ctx: Context): Temporal.PlainDate {
  return dayIn('UTC', ctx.now)
}
