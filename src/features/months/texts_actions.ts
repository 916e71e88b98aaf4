import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { today } from '../members/store.ts'
import { deleteText, findSpanOf, insertText, listShareable, type ShareableText } from './texts_store.ts'

/** Shares exactly these words of a reflection, and takes back the others; the same again changes nothing. Gives the span. */
export function shareTexts(ctx: Context, reflectionId: string, fields: readonly ShareableText['field'][]): string {
  return inTransaction(ctx, (ctx) => {
    const span = findSpanOf(ctx, reflectionId)
    const texts = span === undefined ? [] : listShareable(ctx, span, reflectionId)
    if (span === undefined || texts.length === 0) throw new Problem('not_found', 'There is nothing to share of it.')
    const more = texts.filter(({ field, shared }) => !shared && fields.includes(field))
    const fewer = texts.filter(({ field, shared }) => shared && !fields.includes(field))
    for (const { field, touchpointId } of more)
      insertText(ctx, {
        ...{ id: ctx.newId(), reflectionId, field, span, touchpointId },
        ...{ chosenBy: ctx.actor.id ?? '', chosenOn: today(ctx).toString() },
      })
    for (const { field } of fewer) deleteText(ctx, reflectionId, field)
    const changed = { shared: more.map(({ field }) => field), taken_back: fewer.map(({ field }) => field) }
    if (more.length + fewer.length > 0) record(ctx, 'chose what is shared of', 'reflection', reflectionId, changed)

    return span
  })
}
