/** What in a scenario may point at a real person: a warning for whoever writes it, never a refusal (PRODUCT.md §3). */
import { checkText, isUnmeasured, OTHER_WORDS } from '../../lib/name_check.ts'
import { PART_NAMES, type ScenarioWords } from './scenario.ts'

export interface Company {
  /** The company and its touchpoints: named freely. */
  names: readonly string[]
  /** Who has an account here, by name and by e-mail: never a test customer. */
  people: readonly string[]
}

const PARTS = ['errand', 'coverStory', 'openingLine', 'ifAsked', 'never', 'afterwards'] as const

/** What a bill comes to points at nobody. */
const SUM = /^\D{0,4}\d[\d., ’]{0,8}\D{0,4}$/

/**
 * One sentence for each thing found, the same one once. `seesDetails`: prepared details are told from other words only to those who may
 * see them.
 */
export function namingRemarks(words: ScenarioWords, { names, people }: Company, seesDetails: boolean): string[] {
  const prepared = seesDetails ? words.details.map(({ value }) => value).filter((value) => !SUM.test(value)) : []
  const found = PARTS.filter((part) => !isUnmeasured(words[part])).flatMap((part) =>
    checkText(words[part], { names, prepared }).map((finding) => ({ ...finding, part: PART_NAMES[part] })),
  )
  const sentences = found.map(({ kind, words: found, part }) =>
    kind === 'prepared'
      ? `“${found}” stands in “${part}” and is a prepared detail: whoever reads scenarios reads it there.`
      : `“${found}” in “${part}”: ${small(OTHER_WORDS[kind].why)} Leave out whoever works there; a test customer’s belongs to the prepared details.`,
  )

  return [...new Set([...sentences, ...(seesDetails ? detailRemarks(words, people) : [])])]
}

/** A prepared detail is invented by the lead: it must be nobody's own. */
function detailRemarks({ details }: ScenarioWords, people: readonly string[]): string[] {
  const known = new Set(people.map((one) => one.toLowerCase()))

  return details
    .filter(({ value }) => known.has(value.trim().toLowerCase()))
    .map(
      ({ label, value }) =>
        `The prepared detail “${label}” is “${value}”, who has an account here. Prepare somebody invented.`,
    )
}

function small(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}
