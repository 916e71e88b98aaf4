/** A contact nobody planned (PRODUCT.md §2): counted, or kept as a story; which of the two is said when it is logged. */

/** The hard rules of the rotation that the day, the touchpoint and the leader would have broken. */
export type BrokenRule =
  | 'own_department'
  | 'own_touchpoint'
  | 'cooldown'
  | 'lockout'
  | 'language'
  | 'away'
  | 'holiday'
  | 'blocked'
  | 'closed'
  | 'window_taken'
  | 'month_full'

const WORDS: Readonly<Record<BrokenRule, string>> = {
  own_department: 'the touchpoint belongs to your own department',
  own_touchpoint: 'you own the touchpoint',
  cooldown: 'you contacted it not long ago, or are about to',
  lockout: 'your cover was blown there',
  language: 'it is served in a language you have not named as yours',
  away: 'you were away that day',
  holiday: 'it was a public holiday where you live',
  blocked: 'the touchpoint was blocked that day',
  closed: 'it was not open for an hour within your own hours',
  window_taken: 'a colleague’s window lies on that day',
  month_full: 'you have as many contacts that month as the rules allow',
}

export interface Standing {
  counts: boolean
  /** Said when it is logged. */
  words: string
}

/**
 * Counted if the hard rules would have allowed it and it is the leader's only own-initiative contact of that month,
 * so that nobody adds contacts until the figures please them.
 */
export function standing(broken: readonly BrokenRule[], othersThatMonth: number): Standing {
  const reasons = broken.map((rule) => WORDS[rule])
  const all = othersThatMonth > 0 ? [...reasons, 'it is not your only one of your own that month'] : reasons
  if (all.length === 0) return { counts: true, words: 'This contact will be counted like a planned one.' }

  return { counts: false, words: `This contact is kept as a story and not counted: ${all.join('; ')}.` }
}
