import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import type { Feed } from './store.ts'
import { listFeeds } from './store.ts'

/** One's feeds. The address of a new one is shown this once. */
export function calendarPage(ctx: Context, form: Form = emptyForm(), made?: { name: string; address: string }): View {
  const { locale, neutralTitle } = getOrganisation(ctx)

  return {
    ...{ template: 'calendar/feeds', title: 'Your calendar', at: '/you', width: 'narrow', form, neutralTitle },
    made: made && { ...made, opens: made.address.replace(/^https?:/, 'webcal:') },
    feeds: listFeeds(ctx, ctx.actor.id ?? '').map((feed) => ({
      id: feed.id,
      name: feed.name,
      days: daysOf(feed, locale),
    })),
  }
}

function daysOf({ madeOn, fetchedOn }: Feed, locale: string): string {
  const on = (day: string) => dayInWords(day, locale)

  return `made ${on(madeOn)}, ${fetchedOn ? `last read ${on(fetchedOn)}` : 'not read yet'}`
}
