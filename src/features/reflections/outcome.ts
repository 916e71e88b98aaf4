/** What became of what a leader reported, in the words they read on their own page. */
import { dayInWords } from '../../lib/words.ts'
import { heldWords, type Retested } from './retest.ts'

/** A follow-up as its reporter may know it. */
export interface Outcome {
  kind: 'fix' | 'coach' | 'celebrate'
  commitment: string
  state: 'open' | 'done' | 'dropped'
  owner: string
  dueOn: string
  doneOn: string | null
  droppedReason: string
  retested: readonly Retested[]
}

const KINDS: Readonly<Record<Outcome['kind'], string>> = {
  fix: 'To be put right',
  coach: 'To be practised',
  celebrate: 'To be celebrated',
}

/** "To be put right: …" and how it stands, in a sentence or two. */
export function outcomeInWords(outcome: Outcome, locale: string): { promised: string; stands: string } {
  const on = (day: string) => dayInWords(day, locale)
  const held = heldWords(outcome.retested, locale)
  const stands = {
    open: () => `${outcome.owner} answers for it, until ${on(outcome.dueOn)}.`,
    done: () => `${outcome.owner} says it is done, since ${on(outcome.doneOn ?? outcome.dueOn)}.`,
    dropped: () => `It was dropped: ${outcome.droppedReason}`,
  }[outcome.state]()

  return {
    promised: `${KINDS[outcome.kind]}: ${outcome.commitment}`,
    stands: [stands, held].filter((sentence) => sentence !== '').join(' '),
  }
}
