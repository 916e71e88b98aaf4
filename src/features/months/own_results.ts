/** What came of a program’s own questions: counts of answers with their intervals, apart from every measure (PRODUCT.md §3). */
import { type Interval, wilson } from '../../lib/statistics.ts'
import type { Question } from '../programs/question.ts'

/** So many counted contacts gave this answer. */
export interface OwnCount {
  answer: string
  contacts: number
}

export interface OwnShare extends OwnCount {
  /** What the end of a scale means; else empty. */
  means: string
  of: number
  share: ({ value: number } & Interval) | null
}

/** Every answer that could be given, in the order of asking, also those nobody gave. */
export function ownShares(
  { kind, choices }: Pick<Question, 'kind' | 'choices'>,
  counts: readonly OwnCount[],
): OwnShare[] {
  const given = new Map(counts.map(({ answer, contacts }) => [answer, contacts]))
  const answers = kind === 'scale' ? ['1', '2', '3', '4', '5'] : choices
  const of = answers.reduce((sum, answer) => sum + (given.get(answer) ?? 0), 0)

  return answers.map((answer) => {
    const contacts = given.get(answer) ?? 0
    const share = of === 0 ? null : { value: contacts / of, ...wilson(contacts, of) }

    return {
      answer,
      contacts,
      of,
      share,
      means: kind === 'scale' ? ({ 1: choices[0], 5: choices[1] }[answer] ?? '') : '',
    }
  })
}
