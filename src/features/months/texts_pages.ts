/** Where a lead chooses which released words are shared, quarter by quarter. */
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import type { View } from '../../platform/web/render.ts'
import { spanNamed } from './span_pages.ts'
import { listShareable, listSpansWithTexts, type ShareableText } from './texts_store.ts'

const FIELD_NAMES: Readonly<Record<ShareableText['field'], string>> = {
  story: 'The story',
  phrase: 'The words that stayed',
  well_done: 'What they tried to do well',
  belief: 'What it contradicts',
  business_reason: 'Why they would, or would not, be our customer',
  unsaid: 'What the form did not let them say',
}

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
      texts: texts.map(({ field, words, shared }) => ({ field, name: FIELD_NAMES[field], words, shared })),
    })),
  }
}
