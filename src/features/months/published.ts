/** A published cell, and what may be made of several. */
export type PublishedBreakdown = 'all' | 'touchpoint' | 'channel' | 'purpose' | 'department' | 'program'

/** The one sentence for every withheld cell: it must not tell a small group from one that would give another away. */
export const WITHHELD_WORDS =
  'Withheld, so that nobody’s answers can be worked out: either too few leaders stand behind it, or the figure would show, by itself or with others published, what few of them said.'
