import { type Context, inTransaction, type Role } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { record } from '../../platform/db/audit.ts'
import { addMember } from '../members/actions.ts'
import type { Founding } from '../members/organisation.ts'
import { foundOrganisation } from '../members/organisation_actions.ts'
import { findOrganisation, listHolders, today } from '../members/store.ts'
import { startSession } from './actions.ts'
import { LINK_HOURS } from './link.ts'
import { endUnusedLinks, getOpenSetUpLink, insertLink, markLinksTold, markLinkUsed } from './link_store.ts'
import { hashToken, newToken } from './session.ts'

/** At every start while there is no admin: a new set-up link, and the older ones end. Nothing once there is one. */
export function renewSetUpLink(ctx: Context, baseUrl: string): string | undefined {
  return inTransaction(ctx, (ctx) => {
    endUnusedLinks(ctx, null)
    if (listHolders(ctx, 'admin').length > 0) return undefined
    const token = newToken()
    insertLink(ctx, {
      ...{ id: ctx.newId(), memberId: null, issuedBy: null, tokenHash: hashToken(token) },
      ...{ issuedOn: utcDay(ctx), usedOn: null, toldOn: null },
      expiresAt: ctx.now.add({ hours: LINK_HOURS }).epochMilliseconds,
    })

    return `${baseUrl}/set-up/${token}`
  })
}

export interface FirstPerson {
  name: string
  email: string
  roles: Role[]
}

/** The company and its first person, together and once; gives the session's token. Throws a Problem once the link is gone. */
export function setUp(
  ctx: Context,
  token: string,
  { founding, person, userAgent }: { founding: Founding; person: FirstPerson; userAgent: string },
): string {
  return inTransaction(ctx, (ctx) => {
    const link = getOpenSetUpLink(ctx, hashToken(token))
    if (!findOrganisation(ctx)) foundOrganisation(ctx, founding)
    const { country, timeZone, locale } = founding
    const languages = [new Intl.Locale(locale).language]
    const details = { country, timeZone, languages, jobTitle: '', department: '', joinedOn: today(ctx) }
    const memberId = addMember(ctx, { ...person, ...details })
    markLinkUsed(ctx, link.id, { usedOn: utcDay(ctx), memberId })
    markLinksTold(ctx, memberId, null, utcDay(ctx))
    record(ctx, 'began with', 'member', memberId)

    return startSession(ctx, memberId, userAgent)
  })
}

function utcDay(ctx: Context): string {
  return dayIn('UTC', ctx.now).toString()
}
