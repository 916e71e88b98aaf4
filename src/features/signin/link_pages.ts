import type { Context } from '../../context.ts'
import { dayInWords, numberInWords } from '../../lib/words.ts'
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
  return { template: 'signin/notice', title: 'Before you go on', width: 'narrow', told: untoldLinks(ctx), next }
}

/** Links issued for whoever is signed in that they were not told of yet. */
export function untoldLinks(ctx: Context): string[] {
  const untold = listLinksFor(ctx, ctx.actor.id ?? '').filter(({ toldOn }) => toldOn === null)

  return linksInWords(ctx, untold, () => '')
}

/** Every link issued for whoever is signed in. */
export function linkHistory(ctx: Context): string[] {
  return linksInWords(ctx, listLinksFor(ctx, ctx.actor.id ?? ''), ({ usedOn }, links) => {
    if (links === 1) return usedOn ? ' It was used.' : ' It was not used.'

    return usedOn ? ' They were used.' : ' They were not used.'
  })
}

type IssuedLink = ReturnType<typeof listLinksFor>[number]

/** Several by the same admin on the same day are one sentence, as long as the same can be said of them. */
function linksInWords(
  ctx: Context,
  links: readonly IssuedLink[],
  outcome: (link: IssuedLink, links: number) => string,
): string[] {
  const { locale } = getOrganisation(ctx)
  const alike = Map.groupBy(links, (link) => JSON.stringify([link.issuedBy, link.issuedOn, outcome(link, 1)]))

  return [...alike.values()].flatMap(([link, ...more]) =>
    link ? [`${issuedInWords(link, 1 + more.length, locale)}${outcome(link, 1 + more.length)}`] : [],
  )
}

function issuedInWords({ issuer, issuedOn }: IssuedLink, links: number, locale: string): string {
  const what = links === 1 ? 'a sign-in link' : `${numberInWords(links).toLowerCase()} sign-in links`

  return `${issuer ?? 'Whoever runs the server'} issued ${what} for you on ${dayInWords(issuedOn, locale)}.`
}
