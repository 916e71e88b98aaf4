import { type Context, inTransaction } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { findMemberByEmail, getMember } from '../members/store.ts'
import { startSession } from './actions.ts'
import { LINK_HOURS } from './link.ts'
import { endUnusedLinks, getOpenLink, insertLink, markLinksTold, markLinkUsed } from './link_store.ts'
import { hashToken, newToken } from './session.ts'
import { findSessionRow } from './store.ts'

/** Makes a link that signs one member in, once. Earlier ones that were not used end. Gives the token, which is kept nowhere else. */
export function issueLink(ctx: Context, memberId: string): string {
  return inTransaction(ctx, (ctx) => {
    const member = getMember(ctx, memberId)
    if (member.retiredOn) throw new Problem('conflict', `${member.name} has left and cannot sign in.`)
    endUnusedLinks(ctx, memberId)
    const token = newToken()
    insertLink(ctx, {
      ...{ id: ctx.newId(), memberId, issuedBy: ctx.actor.id, tokenHash: hashToken(token) },
      ...{ issuedOn: utcDay(ctx), usedOn: null, toldOn: null },
      expiresAt: ctx.now.add({ hours: LINK_HOURS }).epochMilliseconds,
    })
    record(ctx, 'issued a sign-in link for', 'member', memberId)

    return token
  })
}

/** A link for whoever has this address, from the command line. Throws a Problem if nobody has it. */
export function inviteByEmail(ctx: Context, email: string): string {
  const member = findMemberByEmail(ctx, email.trim())
  if (!member) throw new Problem('not_found', `Nobody here has the address ${email}.`)

  return issueLink(ctx, member.id)
}

/** Signs in with a one-time link; gives the session's token. Throws a Problem once it is used or has run out. */
export function signInWithOneTimeLink(ctx: Context, token: string, userAgent: string): string {
  return inTransaction(ctx, (ctx) => {
    const { id, memberId } = getOpenLink(ctx, hashToken(token))
    markLinkUsed(ctx, id, { usedOn: utcDay(ctx), memberId })

    return startSession(ctx, memberId, userAgent, id)
  })
}

/** The member has read what was issued for them. The link that opened this session stays untold: whoever used it may be another. */
export function acknowledgeLinks(ctx: Context, sessionId: string): void {
  inTransaction(ctx, (ctx) => {
    const opener = findSessionRow(ctx, sessionId)?.linkId ?? null
    markLinksTold(ctx, ctx.actor.id ?? '', opener, utcDay(ctx))
  })
}

function utcDay(ctx: Context): string {
  return dayIn('UTC', ctx.now).toString()
}
