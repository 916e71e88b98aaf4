/** Which questions apply (PRODUCT.md §3). Not getting through counts against us; a bot counts as somebody. */
import { namesIn } from '../../lib/written_out.ts'
import { type Choice, choicesOf, type Tempo } from './choices.ts'
import type { Answers, FieldName } from './fields.ts'

export type Reached = Answers['reached']

export function gotThrough(reached: Reached): boolean {
  return reached === 'person' || reached === 'bot'
}

/** Without anybody there was nobody to pass on, to be right or to notice; `addressed` is no and not asked either. */
const NOT_ASKED: Readonly<Record<Reached, readonly FieldName[]>> = {
  person: [],
  bot: ['wait', 'transfers'],
  gave_up: ['transfers', 'repeated', 'addressed', 'correct', 'acknowledged'],
  no_answer: ['transfers', 'repeated', 'addressed', 'correct', 'acknowledged'],
}

export function applies(name: FieldName, reached: Reached): boolean {
  return !NOT_ASKED[reached].includes(name)
}

/** For pages: the ways of not getting through that leave a question out. */
export function leavesOut(name: FieldName): Reached[] {
  return namesIn(NOT_ASKED).filter((reached) => !applies(name, reached))
}

/** What can be chosen, given what was said so far: "not needed" goes with a concern that was dealt with, at least in part. */
export function offered(
  name: FieldName,
  tempo: Tempo,
  given: { reached: Reached; addressed?: Answers['addressed'] | null },
): readonly Choice[] {
  const all = choicesOf(name, tempo)
  const unmet = !gotThrough(given.reached) || given.addressed === 'no'

  return name === 'escalation' && unmet ? all.filter((choice) => choice.value !== 'not_needed') : all
}
