import fc from 'fast-check'

/** Where halves of characters stand, which are none by themselves. */
const HALVES = { first: 0xd800, many: 0x800 }

/**
 * What fast-check's «binary» gives, case by case, without the table of a million characters that it keeps from then on: 85 MB, which
 * every collection of garbage walks through.
 */
export const anyCharacter = fc
  .nat({ max: 0x10ffff - HALVES.many })
  .map((nth) => String.fromCodePoint(nth < HALVES.first ? nth : nth + HALVES.many), nthOf)

/** The way back: with it fast-check tries names of the prototype, too. */
function nthOf(character: unknown): number {
  const [only = '', ...more] = String(character)
  const point = only.codePointAt(0)
  if (point === undefined || more.length > 0 || !only.isWellFormed()) throw new Error('That is not one character.')

  return point < HALVES.first ? point : point - HALVES.many
}
