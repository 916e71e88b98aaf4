import { type Actor, type Context, inTransaction, type Role } from '../../context.ts'
import { record } from '../../platform/db/audit.ts'
import { deviceName, hashToken, isLive, LONGEST_SESSION_DAYS, newToken } from './session.ts'
import { deleteSession, findSessionByHash, insertSession, touchSession } from './store.ts'

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
  const today = utcDay(ctx)
  if (!session || !isLive(session, today)) return undefined
  if (session.seenOn !== today.toString()) touchSession(ctx, session.id, today.toString())

  return { id: session.id, actor: { id: session.memberId, name: session.name, roles: session.roles as Role[] } }
}

export function endSession(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    deleteSession(ctx, id)
    record(ctx, 'signed out', 'member', ctx.actor.id ?? '')
  })
}

function utcDay(ctx: Context): Temporal.PlainDate {
  return ctx.now.toZonedDateTimeISO('UTC').toPlainDate()
}
