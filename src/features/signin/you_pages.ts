import type { Context } from '../../context.ts'
import { countryName, dayInWords, languageName, listed } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { may, ROLE_WORDS } from '../members/member.ts'
import { awayWords } from '../members/pages.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { linkHistory } from './link_pages.ts'
import { listSessions } from './store.ts'

/** One's own page: details, days and hours, where one is signed in. Days only, never the minute. */
export function youPage(ctx: Context, sessionId: string | null): View {
  const { locale } = getOrganisation(ctx)
  const member = getMember(ctx, ctx.actor.id ?? '')
  const languages = member.languages.map((code) => languageName(code))

  return {
    ...{ template: 'signin/you', title: 'You', at: '/you', width: 'narrow', member },
    roles: listed(member.roles.map((role) => `${ROLE_WORDS[role].name} (${ROLE_WORDS[role].does})`)),
    languages: listed(languages),
    country: countryName(member.country),
    ...awayWords(ctx, member),
    keepsDays: may(ctx.actor, 'make_contacts'),
    sessions: listSessions(ctx, member.id).map((session) => ({
      id: session.id,
      device: session.device,
      isThis: session.id === sessionId,
      days: `signed in ${dayInWords(session.startedOn, locale)}, last seen ${dayInWords(session.seenOn, locale)}`,
    })),
    links: linkHistory(ctx),
  }
}
