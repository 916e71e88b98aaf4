import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { addContext } from '../reflections/release_actions.ts'
import { listSharedWith } from './published_store.ts'

/** A touchpoint owner's note beside a text that was shared with them; another's text looks as if it did not exist. */
export function addContextBeside(ctx: Context, textId: string, words: string, settled: boolean): void {
  inTransaction(ctx, (ctx) => {
    const text = listSharedWith(ctx, ctx.actor.id ?? '').find(({ id }) => id === textId)
    if (!text) throw new Problem('not_found', 'There is no such text.')
    const { reflectionId, field, chosenOn } = text
    addContext(ctx, reflectionId, words, { field, since: Temporal.PlainDate.from(chosenOn), settled })
  })
}
