/** After handing in: choices stand, facts may be corrected and texts revised while the month is open, then only additions. */
import { Problem } from '../../lib/problem.ts'
import { type Answers, FIELD_NAMES, FIELDS, type FieldName } from './fields.ts'
import { complete, type Given, type Terms } from './reflection.ts'

export const CHOICE_NAMES = FIELD_NAMES.filter((name) => FIELDS[name].kind === 'choice')

/**
 * The corrected answers. `versions` are all that stood, oldest first. A choice once given is never given again, even if a corrected
 * fact sets it aside for a while; one that was never asked (nobody had been reached) is asked when a fact makes it apply.
 * Throws a conflict when the month is closed or a choice was to be changed, Invalid when the whole does not hold together.
 */
export function revise(versions: readonly Answers[], change: Given, terms: Terms, monthIsOpen: boolean): Answers {
  if (!monthIsOpen)
    throw new Problem('conflict', 'The month it is counted in is closed. You can add a note, but not change it.')
  const latest = versions.at(-1)
  if (!latest) throw new RangeError('nothing was handed in')
  const choices = Object.fromEntries(CHOICE_NAMES.map((name) => [name, choiceStands(name, versions, change)]))

  // Object.fromEntries forgets which name has which value.
  return complete({ ...latest, ...change, ...choices } as Given, terms)
}

/** The fields in which two versions differ. */
export function changedFields(before: Answers, after: Answers): FieldName[] {
  return FIELD_NAMES.filter((name) => !isSame(before[name], after[name]))
}

/** A choice that was given in any version, or null. */
export function givenChoice(name: FieldName, versions: readonly Answers[]): Answers[FieldName] {
  return versions.map((version) => version[name]).find((answer) => answer !== null) ?? null
}

export function additionComplaint(words: string): string | null {
  if (words.trim() === '') return 'Write what you want to add.'

  return words.length > 2000 ? 'Keep it under 2,000 characters.' : null
}

function choiceStands(name: FieldName, versions: readonly Answers[], change: Given): Given[FieldName] {
  const given = givenChoice(name, versions)
  const wanted = change[name]
  if (given === null) return wanted ?? null
  if (wanted === undefined || wanted === null || isSame(given, wanted)) return given

  throw new Problem(
    'conflict',
    `“${FIELDS[name].question}” stands as you handed it in. Facts and texts can be changed.`,
  )
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))
}

/** Ticks and standards are the same in any order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort()
  if (value !== null && typeof value === 'object') return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))

  return value
}
