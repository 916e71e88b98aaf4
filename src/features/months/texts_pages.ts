/** Where a lead chooses which released words are shared, quarter by quarter. */
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { dayInWords, listed } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { spanNamed } from './span_pages.ts'
import { SHARED_TEXTS } from './texts.ts'
import { listShareable, listSpansWithTexts, type ShareableText } from './texts_store.ts'

export function textsPage(ctx: Context, asked: string | null): View {
  const spans = listSpansWithTexts(ctx)
  const span = asked ?? spans[0] ?? ''
  if (asked !== null && !spans.includes(asked)) throw new Problem('not_found', 'Nothing was shared for that span.')
  const byReflection = Map.groupBy(listShareable(ctx, span), ({ reflectionId }) => reflectionId)

  return {
    ...{ template: 'months/sharing', title: 'Words to share', at: '/months', width: 'narrow' },
    span: spanNamed(ctx, span),
    spans: spans.map((one) => ({
      href: `/months/texts?span=${encodeURIComponent(one)}`,
      label: spanNamed(ctx, one),
      current: one === span,
    })),
    reflections: [...byReflection].map(([id, texts]) => ({
      id,
      touchpoint: texts[0]?.touchpoint ?? '',
      texts: texts.map(({ field, words, shared }) => ({ field, name: SHARED_TEXTS[field], words, shared })),
      chosen: chosenWords(texts, getOrganisation(ctx).locale),
    })),
  }
}

/** "Shared by Maud Bergström on 9 October 2026."; where several chose, or on several days, who chose what. */
function chosenWords(texts: readonly ShareableText[], locale: string): string[] {
  const chosen = texts.flatMap(({ field, shared }) =>
    shared ? [{ name: SHARED_TEXTS[field], how: `by ${shared.by} on ${dayInWords(shared.on, locale)}` }] : [],
  )
  const alike = [...Map.groupBy(chosen, ({ how }) => how)]
  const [only] = alike
  if (only && alike.length === 1) return [`Shared ${only[0]}.`]

  return alike.map(([how, those]) => `${listed(those.map(({ name }) => `“${name}”`))} shared ${how}.`)
}
