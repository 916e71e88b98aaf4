import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { LINK_HOURS } from './link.ts'
import { getOpenLink, listLinksFor } from './link_store.ts'
import { buttonPage } from './pages.ts'
import { hashToken } from './session.ts'

/** Opening a one-time link shows a button and changes nothing. Throws a Problem once it is gone. */
export function oneTimeLinkPage(ctx: Context, token: string): View {
  return buttonPage(getOpenLink(ctx, hashToken(token)).name, `/sign-in/one-time/${token}`)
}

/** Where an admin issues a link, and where it is then shown once. */
export function issueLinkPage(ctx: Context, memberId: string, issued?: string): View {
  const member = getMember(ctx, memberId)

  return {
    ...{ template: 'signin/issue', title: `A sign-in link for ${member.name}`, width: 'narrow', at: '/members' },
    ...{ member, issued, hours: LINK_HOURS },
  }
}

/** What a member is told after signing in: who issued links for them, and when. */
export function noticePage(ctx: Context, next: string): View {
  const told = linkHistory(ctx)
    .filter((link) => !link.told)
    .map(({ sentence }) => sentence)

  return { template: 'signin/notice', title: 'Before you go on', width: 'narrow', told, next }
}

/** Every link issued for whoever is signed in, in a sentence each. */
export function linkHistory(ctx: Context): { sentence: string; told: boolean; used: boolean }[] {
  const { locale } = getOrganisation(ctx)

  return listLinksFor(ctx, ctx.actor.id ?? '').map((link) => ({
    sentence: `${link.issuer ?? 'Whoever runs the server'} issued a sign-in link for you on ${dayInWords(Temporal.PlainDate.from(link.issuedOn), locale)}.`,
    told: link.toldOn !== null,
    used: link.usedOn !== null,
  }))
}
