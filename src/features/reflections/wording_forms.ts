import { type Typed, typedOf } from '../../platform/web/forms.ts'
import { formName, TEXT_NAMES } from './fields.ts'
import { isOwnName } from './own_questions.ts'
import { type Settled, wordingName } from './wording.ts'

/** A form with its author's decisions carried out: each text as it is to be, and which of them are decided. */
export interface Decided {
  typed: Typed
  settled: Settled
  /** Back to the form, with everything in it. */
  goesBack: boolean
}

const TEXTS = ['words', ...TEXT_NAMES.map(formName)]

/**
 * Reads what was decided on the page that asks: take the words offered, use other ones of one's own, or leave them. New words of
 * one's own are looked at again; the same words once more are left as they are.
 */
export function decidedWords(body: unknown): Decided {
  const typed = typedOf(body)
  const settled = new Set<string>()
  for (const name of [...TEXTS, ...Object.keys(typed).filter(isOwnName)]) {
    const { how, words } = decisionOn(name, typed)
    if (how === 'take' || how === 'leave' || (how === 'own' && isSame(words, typed[name]))) settled.add(name)
    if (words !== undefined) typed[name] = words
    for (const asked of [wordingName(name), `offered_${name}`, `own_${name}`]) delete typed[asked]
  }
  const goesBack = typed.back === 'yes'
  delete typed.back

  return { typed, settled, goesBack }
}

/** Whoever wrote other words and did not say so is taken to mean them: no word is lost to a key that was not pressed. */
function decisionOn(name: string, typed: Typed) {
  const how = typed[wordingName(name)]
  const [offered, own] = [typed[`offered_${name}`], typed[`own_${name}`]]
  if (how === 'own' || (how === 'take' && own !== undefined && !isSame(own, typed[name])))
    return { how: 'own', words: own }

  return { how, words: how === 'take' ? offered : typed[name] }
}

/** Browsers send line ends as CR LF, whatever they were. */
function isSame(a: string | string[] | undefined, b: string | string[] | undefined): boolean {
  const plain = (words: string | string[] | undefined) => [words ?? ''].flat().join().replace(/\r\n?/g, '\n').trim()

  return plain(a) === plain(b)
}
