import { eq } from 'drizzle-orm'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { shareTexts } from '../../src/features/months/texts_actions.ts'
import { listShareable } from '../../src/features/months/texts_store.ts'
import type { Countable } from '../../src/features/reflections/counts.ts'
import { draftDueReviews } from '../../src/features/reviews/actions.ts'
import { members, reflectionReleases, reflections, reviews } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from './house.ts'
import { furnish, reflect } from './reflected.ts'

/** Enough of them, so that most numbers can be shared. */
const LEADERS = ['nora', 'viktor', ...Array.from({ length: 14 }, (_, i) => `leader_${i + 1}`)]

/** January to June at the billing line by sixteen leaders, who do not all say the same, closed as the product does. */
export async function closedHalfYear(): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  house.db.$client.exec(`update touchpoints set owner_id = 'otto' where id = 'billing_line'`)
  const chance = chancesFrom(7)
  const place = { country: 'GB', timeZone: 'Europe/London', languages: ['en'], joinedOn: '2025-01-01' }
  for (const id of LEADERS.slice(2))
    house.db
      .insert(members)
      .values({ id, name: id, email: `${id}@northwind.example`, ...place })
      .run()
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    for (const leaderId of [...LEADERS, ...LEADERS])
      reflect(house.as(), { month, leaderId, ...answers(chance), daysLate: chance(3) === 0 ? 2 : 0 })
  closeDueMonths(house.as())

  return house
}

/** A whole number below `most`, the same ones every time (Lehmer, 1951). */
function chancesFrom(seed: number): (most: number) => number {
  let state = seed

  return (most) => {
    state = (state * 48_271) % 2_147_483_647

    return state % most
  }
}

/** As different as customers' days are, and possible: whoever reached nobody was not helped. */
function answers(chance: (most: number) => number): Partial<Countable> {
  const scale = () => ([1, 2, 3, 4, 5] as const)[chance(5)] ?? 1
  const one = <const Word>(...words: readonly [Word, ...Word[]]): Word => words[chance(words.length)] ?? words[0]
  const said = {
    ...{ valued: scale(), predictedValued: scale(), pride: scale(), business: one('yes', 'unsure', 'no') },
    ...{ promise: one('none', 'kept', 'late', 'broken'), survey: one('not_asked', 'could_say', 'could_not_say') },
    standards: { three_minutes: one('met', 'not_met') },
  } as const
  if (chance(3) === 0)
    return {
      ...said,
      reached: 'no_answer',
      addressed: 'no',
      correct: null,
      acknowledged: null,
      escalation: 'not_offered',
    }
  const addressed = one('yes', 'partly', 'no')
  const needed = addressed === 'no' || chance(2) === 0
  const escalation = needed ? one('offered', 'when_asked', 'not_offered') : 'not_needed'

  return { ...said, addressed, escalation, correct: one('yes', 'partly', 'no'), acknowledged: scale() }
}

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
