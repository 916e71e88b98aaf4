import { eq } from 'drizzle-orm'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { shareTexts } from '../../src/features/months/texts_actions.ts'
import { listShareable } from '../../src/features/months/texts_store.ts'
import { draftDueReviews } from '../../src/features/reviews/actions.ts'
import { reflectionReleases, reflections, reviews } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from './house.ts'
import { furnish, reflect } from './reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
const WAYS = ['yes', 'partly', 'no'] as const

/** January to June at the billing line by six leaders, who do not all say the same, closed as the product does. */
export async function closedHalfYear(): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  house.db.$client.exec(`update touchpoints set owner_id = 'otto' where id = 'billing_line'`)
  for (const [i, month] of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'].entries())
    for (const [at, leaderId] of [...LEADERS, ...LEADERS].entries()) {
      const n = i * 5 + at * 7
      reflect(house.as(), {
        ...{ month, leaderId, valued: scale(n), predictedValued: scale(n * 3), pride: scale(n + at) },
        ...{ addressed: WAYS[n % 3] ?? 'yes', correct: WAYS[(n + i) % 3] ?? 'yes', acknowledged: scale(n + i) },
        ...{ escalation: n % 2 ? 'offered' : 'not_offered', promise: n % 4 ? 'none' : 'kept' },
        standards: { three_minutes: n % 3 ? 'met' : 'not_met' },
      })
    }
  closeDueMonths(house.as())

  return house
}

const scale = (n: number) => ([1, 2, 3, 4, 5] as const)[n % 5] ?? 1

/** Lets a lead share the story of so many contacts of the span; the first ones say these words. Gives the reflections' ids. */
export function shareStories(house: House, span: string, words: readonly string[]): string[] {
  house.db.update(reflectionReleases).set({ state: 'released', decidedOn: '2026-07-01' }).run()
  const ids = [...new Set(listShareable(house.as('maud'), span).map(({ reflectionId }) => reflectionId))]
  for (const [i, story] of words.entries()) {
    const id = ids[i] ?? ''
    house.db.update(reflections).set({ story }).where(eq(reflections.id, id)).run()
    shareTexts(house.as('maud'), id, ['story'])
  }

  return ids.slice(0, words.length)
}

/** The draft of a quarter that was closed, and its version as a form shows it. */
export function draftOf(house: House, quarter: string): { id: string; version: () => string } {
  draftDueReviews(house.as())
  const row = () => house.db.select().from(reviews).where(eq(reviews.quarter, quarter)).get()

  return { id: row()?.id ?? '', version: () => String(row()?.version) }
}
