import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { today } from '../members/store.ts'
import { hashToken, newToken } from '../signin/session.ts'
import { insertLink, listLinks, revoke } from './link_store.ts'

/** More would be a sign that nobody knows where they hang. */
const MOST_LINKS = 10

/** Makes an address that opens a page without signing in, and gives its token, which is kept nowhere else. */
export function makeLink(ctx: Context, heardId: string | null): string {
  return inTransaction(ctx, (ctx) => {
    if (listLinks(ctx, heardId).length >= MOST_LINKS)
      throw new Problem('conflict', `There are ${MOST_LINKS} links already. End one that nobody uses.`)
    const token = newToken()
    const made = { madeBy: ctx.actor.id ?? '', madeOn: today(ctx).toString() }
    insertLink(ctx, { id: ctx.newId(), heardId, tokenHash: hashToken(token), ...made })
    record(ctx, 'made a link to', heardId === null ? 'staff notice' : 'what we heard', heardId ?? 'in force')

    return token
  })
}

/** From now on its address looks like any that never was. Twice is once. */
export function revokeLink(ctx: Context, id: string, heardId: string | null): void {
  inTransaction(ctx, (ctx) => {
    if (revoke(ctx, id, heardId, today(ctx).toString()))
      record(ctx, 'ended a link to', heardId === null ? 'staff notice' : 'what we heard', heardId ?? 'in force')
  })
}
