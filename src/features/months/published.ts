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

/**
 * The one sentence for every withheld cell: it must not tell a small group from one that would give another away. What it cannot do is
 * hide that something is hidden: of a month withheld alone, where other measures say "of 19", one can guess that all answered alike.
 * Withholding as well whatever all but one answered alike would end that guess. When it was counted in the demo's year it took one in
 * seventeen figures of months and one in ten of slices that give nobody away: the best and the worst, so that charts bend towards the
 * middle, in a company that does well most of all. PRODUCT.md §4 asks what follows from what is released, and to hide as little as that
 * takes; so they are shown.
 */
export const WITHHELD_WORDS =
  'Withheld, so that nobody’s answers can be worked out: either too few leaders stand behind it, or the figure would show, by itself or with others published, what few of them said.'
