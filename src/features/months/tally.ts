/** Answers added up, and measures read from them: the same for one contact, a month, a quarter and a recount. */
import { type Answer, answersOf, type Countable } from '../reflections/counts.ts'
import type { Measure } from './measures.ts'

/** How often each answer was given: question to answer to contacts. */
export type Tally = ReadonlyMap<string, Answers>
export type Answers = ReadonlyMap<string, number>

export interface Count {
  count: number
  of: number
}

/** Of a tally, the contacts that count and the contacts that make up the whole. */
export function countOf(measure: Measure, tally: Tally): Count {
  const answers = tally.get(measure.question)
  const sum = (wanted: readonly string[]) => wanted.reduce((total, answer) => total + (answers?.get(answer) ?? 0), 0)

  return { count: sum(measure.counts), of: sum(measure.among) }
}

/** The plain recount. */
export function tallyOf(reflections: Iterable<Countable>): Tally {
  const answers: (Answer & { contacts: number })[] = []
  for (const reflection of reflections)
    answers.push(...answersOf(reflection).map((answer) => ({ ...answer, contacts: 1 })))

  return addUp(answers)
}

/** Counts as they come, by question and answer; the same answer may come several times. */
export function addUp(answers: Iterable<Answer & { contacts: number }>): Tally {
  const tally = new Map<string, Map<string, number>>()
  for (const { question, answer, contacts } of answers) {
    const counts = tally.get(question) ?? new Map<string, number>()
    tally.set(question, counts.set(answer, (counts.get(answer) ?? 0) + contacts))
  }

  return tally
}

/** Several months as one. While no month’s answers to a question have changed, their sum is the same object as before. */
export function together(tallies: readonly Tally[]): Tally {
  const [first] = tallies
  if (!first) return new Map()
  const known = sums.get(first)
  if (known && isSame(known.of, tallies)) return known.sum
  const sum = sumOf(tallies, known)
  sums.set(first, { of: [...tallies], sum })

  return sum
}

interface Sum {
  of: readonly Tally[]
  sum: Tally
}

const sums = new WeakMap<Tally, Sum>()

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i])
}

function sumOf(tallies: readonly Tally[], known: Sum | undefined): Tally {
  const sum = new Map<string, Answers>()
  for (const tally of tallies)
    for (const question of tally.keys())
      if (!sum.has(question)) sum.set(question, sameSum(question, tallies, known) ?? sumOfAnswers(question, tallies))

  return sum
}

/** The sum made before, while none of its parts has been replaced. */
function sameSum(question: string, tallies: readonly Tally[], known: Sum | undefined): Answers | undefined {
  if (known?.of.length !== tallies.length) return undefined
  const isSame = tallies.every((tally, i) => tally.get(question) === known.of[i]?.get(question))

  return isSame ? known.sum.get(question) : undefined
}

function sumOfAnswers(question: string, tallies: readonly Tally[]): Answers {
  const [first, ...others] = tallies.flatMap((tally) => tally.get(question) ?? [])
  if (first && others.length === 0) return first
  const sum = new Map(first)
  for (const part of others) for (const [answer, contacts] of part) sum.set(answer, (sum.get(answer) ?? 0) + contacts)

  return sum
}
