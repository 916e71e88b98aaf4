/** Errata in words, beside the numbers they are to, which stay as they are. */
import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import { getOrganisation } from '../members/store.ts'
import type { Breakdown } from './breakdowns.ts'
import { erratumAbout } from './erratum.ts'
import { type Erratum, findSliceName, listErrata } from './published_store.ts'
import { spanNamed } from './span_pages.ts'

export function erratumWords(ctx: Context, erratum: Erratum): string {
  const { measure, span, words, publishedOn } = erratum
  const about = erratumAbout({ measure, slice: findSliceName(ctx, erratum) ?? '', span: spanNamed(ctx, span) })

  return `Correction to ${about}, of ${dayInWords(publishedOn, getOrganisation(ctx).locale)}: ${words}`
}

/** To figures of the slice with this key in these spans, also those to all figures of a span. */
export function errataToSlice(
  ctx: Context,
  { breakdown, key }: { breakdown: Breakdown; key: string },
  spans: readonly string[],
): Erratum[] {
  return listErrata(ctx, spans).filter(
    (one) => (one.breakdown === '' || one.breakdown === breakdown) && (one.slice === '' || one.slice === key),
  )
}
