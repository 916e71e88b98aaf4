import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import { lastContextDay, mayAddContext } from '../reflections/release.ts'
import { findContextNote } from '../reflections/release_store.ts'
import { listSharedWith } from './published_store.ts'
import { spanNamed } from './span_pages.ts'

/** What was shared with an owner of what leaders wrote about their touchpoints, and a note beside it. `about` is the text a form was for. */
export function ownersTextsPage(ctx: Context, form: Form = emptyForm(), about?: string): View {
  const { locale } = getOrganisation(ctx)
  const texts = listSharedWith(ctx, ctx.actor.id ?? '')
  const byTouchpoint = Map.groupBy(texts, ({ touchpoint }) => touchpoint)

  return {
    template: 'months/texts',
    title: 'What leaders told',
    at: '/touchpoints/own',
    width: 'narrow',
    form,
    groups: [...byTouchpoint].map(([touchpoint, of]) => ({
      touchpoint,
      spans: bySpan(ctx, of).map(({ span, texts }) => ({
        span,
        texts: texts.map((text) => shown(ctx, text, locale, text.id === about ? form : null)),
      })),
    })),
  }
}

/** The newest quarter first. */
function bySpan(ctx: Context, texts: readonly Shared[]): { span: string; texts: Shared[] }[] {
  const spans = [...Map.groupBy(texts, ({ span }) => span)].sort(([a], [b]) => (a.slice(-7) < b.slice(-7) ? 1 : -1))

  return spans.map(([span, texts]) => ({ span: spanNamed(ctx, span), texts }))
}

type Shared = ReturnType<typeof listSharedWith>[number]

function shown(ctx: Context, text: Shared, locale: string, form: Form | null) {
  const sharedOn = Temporal.PlainDate.from(text.chosenOn)
  const owner = { state: 'released', releasedOn: sharedOn, ownerId: ctx.actor.id } as const
  const note = findContextNote(ctx, text.reflectionId, text.field)

  return {
    id: text.id,
    words: text.words,
    note,
    may: mayAddContext(owner, ctx.actor, today(ctx)),
    until: dayInWords(lastContextDay(sharedOn), locale, 'short'),
    typed: form?.typed.words ?? note?.words ?? '',
    wrong: form?.complaints.words ?? '',
    settled: form?.typed.settled === 'yes',
  }
}
