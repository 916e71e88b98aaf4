/** Numbers that are kept, beside the same numbers counted again. */
import type { Month } from '../../lib/periods.ts'
import type { Countable } from '../reflections/counts.ts'
import { FIGURE_MEASURES } from './every_measure.ts'
import { type Measure, PRIDE, standardMeasure, TOOK_PART } from './measures.ts'
import { addUp, countOf, tallyOf } from './tally.ts'
import { momentsOf } from './verdict.ts'

interface Kept {
  breakdown: string
  slice: string
  question: string
  answer: string
  contacts: number
}

export function differencesIn(month: Month, kept: readonly Kept[], again: readonly Kept[]): string[] {
  const keyOf = ({ breakdown, slice, question, answer }: Kept) => JSON.stringify([breakdown, slice, question, answer])
  const counts = new Map<string, number>()
  for (const one of again) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + one.contacts)
  const said = kept.flatMap((one) => {
    const there = counts.get(keyOf(one)) ?? 0
    counts.delete(keyOf(one))

    return there === one.contacts ? [] : [sentence(month, one, one.contacts, there)]
  })
  const missing = [...counts].map(([key, there]) => {
    const [breakdown = '', slice = '', question = '', answer = ''] = JSON.parse(key) as string[]

    return sentence(month, { breakdown, slice, question, answer, contacts: 0 }, 0, there)
  })

  return [...said, ...missing]
}

function sentence(month: Month, { breakdown, slice, question, answer }: Kept, kept: number, there: number): string {
  return `${month}, ${breakdown} ${slice}: ${question} = ${answer} is kept as ${kept}, and comes to ${there}.`.replace(
    ' :',
    ':',
  )
}

export interface Recountable {
  firstMonth: Month
  lastMonth: Month
  measure: string
  level: string
}

export interface Frozen {
  contacts: readonly Countable[]
  assignments: readonly { reflected: boolean }[]
}

/** The numbers of a published cell, from what was frozen. */
export function numbersAgain(cell: Recountable, { contacts, assignments }: Frozen) {
  const measure = measureOf(cell)
  const took = assignments.map(({ reflected }) => ({
    question: TOOK_PART.question,
    answer: reflected ? 'yes' : 'no',
    contacts: 1,
  }))
  const tally = measure.key === TOOK_PART.key ? addUp(took) : tallyOf(contacts)
  if (measure.kind !== 'mean') return { ...countOf(measure, tally), sum: null, squares: null }

  return { count: null, ...momentsOf(measure.question, tally) }
}

function measureOf({ measure, level }: Recountable): Measure {
  if (measure === 'standard') return standardMeasure({ id: level, statement: '' })
  if (measure === PRIDE.key) return { ...PRIDE, counts: [level] }
  const found = FIGURE_MEASURES.find(({ key }) => key === measure)
  if (!found) throw new RangeError(`no measure is called ${measure}`)

  return found
}
