/** Masked words are gone for everyone, wherever they were kept; a mark stands in their place. */

export const MASK = '[…]'

const SHORTEST = 2

/**
 * Every place where these words stand is masked, in capitals or not, with straight or curly apostrophes and any space between. A text
 * without them stays letter by letter.
 */
export function masked(text: string, words: readonly string[]): string {
  const before = text.normalize('NFC')
  // Longer ones first: "Sarah Whitcombe" before "Sarah", so that no half of a name is left beside a mark.
  const longestFirst = wanted(words).toSorted((a, b) => b.length - a.length)
  const after = longestFirst.reduce((rest, each) => rest.replaceAll(patternOf(each), MASK), before)

  return after === before ? text : after
}

/** What is wrong with the words to mask; null if they can be. */
export function maskingComplaint(words: readonly string[], texts: readonly string[]): string | null {
  if (words.every((each) => each.trim() === '')) return 'Choose or write the words to mask.'
  const stands = (each: string) => texts.some((text) => masked(text, [each]) !== text)
  const missing = words.map((each) => each.trim()).find((each) => each !== '' && !stands(each))

  return missing === undefined ? null : `“${missing}” does not stand in these texts. Write it as it stands there.`
}

/** A single letter is in every word. */
function wanted(words: readonly string[]): string[] {
  return words.map((each) => each.trim()).filter((each) => each.length >= SHORTEST)
}

function patternOf(words: string): RegExp {
  const escaped = words.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

  return new RegExp(escaped.replace(/['’]/g, "['’]").replace(/\s+/g, '\\s+'), 'giu')
}
