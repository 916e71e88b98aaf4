/** When a cell may be published, and the one sentence where it is withheld. */
import type { Breakdown } from './breakdowns.ts'

/** All contacts, or one breakdown of them. */
export type PublishedBreakdown = 'all' | Breakdown

/**
 * PRODUCT.md §4: enough different leaders stand in its denominator, and none of them makes more than half of it. That is asked of every cell by
 * itself; disclosure.ts withholds more where several together would tell.
 */
export function hasEnoughLeaders(group: Iterable<{ leader: string | number; times: number }>, enough: number): boolean {
  const counts = new Map<string | number, number>()
  let all = 0
  for (const { leader, times } of group) {
    counts.set(leader, (counts.get(leader) ?? 0) + times)
    all += times
  }

  return counts.size >= enough && counts.values().every((times) => times * 2 <= all)
}

/** The one sentence for every withheld cell: it must not tell a small group from one that would give another away. */
export const WITHHELD_WORDS =
  'Withheld, so that nobody’s answers can be worked out: either too few leaders stand behind it, or the figure would show, by itself or with others published, what few of them said.'
