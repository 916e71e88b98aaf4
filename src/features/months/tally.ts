/** Answers added up, and measures read from them: the same for one contact, a month, a quarter and a recount. */
import { type Answer, answersOf, type Countable } from '../reflections/counts.ts'
import type { Measure } from './measures.ts'

/** How often each answer was given: question to answer to contacts. */
export type Tally = ReadonlyMap<string, ReadonlyMap<string, number>>

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

export function addUp(answers: Iterable<Answer & { contacts: number }>): Tally {
  const tally = new Map<string, Map<string, number>>()
  for (const { question, answer, contacts } of answers) {
    const counts = tally.get(question) ?? new Map<string, number>()
    tally.set(question, counts.set(answer, (counts.get(answer) ?? 0) + contacts))
  }

  return tally
}

/** Several months as one: the very same sum while none of them has moved. */
export function together(tallies: readonly Tally[]): Tally {
  const [first] = tallies
  if (!first) return new Map()
  const known = sums.get(first)
  if (known?.of.length === tallies.length && known.of.every((tally, i) => tally === tallies[i])) return known.sum
  const sum = sumOf(tallies)
  sums.set(first, { of: [...tallies], sum })

  return sum
}

const sums = new WeakMap<Tally, { of: readonly Tally[]; sum: Tally }>()

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = new Map<string, Map<string, number>>()
  for (const tally of tallies)
    for (const [question, answers] of tally) {
      const counts = sum.get(question) ?? new Map<string, number>()
      sum.set(question, counts)
      for (const [answer, contacts] of answers) counts.set(answer, (counts.get(answer) ?? 0) + contacts)
    }

  return sum
}
