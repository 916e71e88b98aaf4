/**
 * What adding and taking away gives of few leaders, where there are not many leaders at all: every choice of k − 1 of them is tried. A
 * sum that leaves only their contacts is made of rows whose own column is theirs, because no other row has anything in that column.
 */
import type { Leak, Searched, Steps, Sums } from './disclosure_leaks.ts'
import { inverse, modulo } from './disclosure_tableau.ts'

/** So many choices take less time than following each row. */
const MOST_CHOICES = 5_000

/** Leaders by the numbers of their bits; null where there are too many. */
export function choicesOf({ leaders, enough }: Sums): { bits: Int32Array; choices: number[] } | null {
  const numbers = new Map([...new Set(leaders.flat())].map((leader, i) => [leader, i]))
  if (numbers.size > 30 || waysToChoose(numbers.size, enough - 1) > MOST_CHOICES) return null
  const bits = Int32Array.from(leaders, (own) =>
    own.reduce((all, leader) => all | (1 << (numbers.get(leader) ?? 0)), 0),
  )

  return { bits, choices: everyChoice(numbers.size, Math.min(enough - 1, numbers.size)) }
}

/** `own`: the column each row has for itself. */
export function leaksOfFew(
  { rows, isKnown }: Sums,
  own: readonly number[],
  { bits, choices }: { bits: Int32Array; choices: readonly number[] },
  { steps, most }: { steps: Steps; most: number },
): Searched {
  /** Known columns are anybody’s, as are those of answers that hide nobody. */
  const whose = bits.map((each, column) => (isKnown(column) ? 0 : each))
  const isGiven = (value: number, column: number) => value !== 0 && !isKnown(column)
  const leaks: Leak[] = []
  for (const few of choices) {
    const theirs = rows.filter((_, i) => ((whose[own[i] as number] as number) & ~few) === 0)
    steps.left -= rows.length + theirs.length * bits.length
    const leak = leftOver(theirs, whose, few).find((row) => row.some(isGiven))
    if (leak && !leaks.some((other) => beyond(other, whose, few) === -1)) leaks.push(leak)
    if (leaks.length >= most || steps.left <= 0) break
  }

  return { leaks, complete: steps.left > 0 }
}

/** Combinations of rows that have nothing anywhere else. */
function leftOver(rows: readonly Float64Array[], whose: Int32Array, few: number): Leak[] {
  const solved: { row: Float64Array; column: number }[] = []
  const left: Leak[] = []
  for (const given of rows) {
    let row = given
    for (const { row: other, column } of solved)
      if (row[column] !== 0) row = less(row, other, modulo((row[column] as number) * inverse(other[column] as number)))
    const column = beyond(row, whose, few)
    if (column === -1) left.push(row)
    else solved.push({ row, column })
  }

  return left
}

/** The first column of somebody else in which a row has anything; -1: none. */
function beyond(row: Float64Array, whose: Int32Array, few: number): number {
  for (let column = 0; column < row.length; column++)
    if (row[column] !== 0 && ((whose[column] as number) & ~few) !== 0) return column

  return -1
}

function less(from: Float64Array, row: Float64Array, times: number): Float64Array {
  const left = from.slice()
  for (let j = 0; j < left.length; j++)
    if (row[j] !== 0) left[j] = modulo((left[j] as number) - times * (row[j] as number))

  return left
}

function waysToChoose(all: number, some: number): number {
  let ways = 1
  for (let i = 0; i < some; i++) ways = (ways * Math.max(0, all - i)) / (i + 1)

  return ways
}

/** The same is asked again and again. */
const known = new Map<string, number[]>()

function everyChoice(all: number, some: number): number[] {
  const key = `${some} of ${all}`
  const choices = known.get(key) ?? choose(all, some)
  known.set(key, choices)

  return choices
}

/** Every choice of `some` of the first bits. */
function choose(all: number, some: number, from = 0): number[] {
  if (some === 0) return [0]
  const choices: number[] = []
  for (let bit = from; bit <= all - some; bit++)
    for (const others of choose(all, some - 1, bit + 1)) choices.push(others | (1 << bit))

  return choices
}
