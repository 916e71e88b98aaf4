/**
 * Guesses the language of a text by its small words. It only has to tell whether the name check was measured for it, so it says
 * nothing rather than something doubtful.
 */
import { namesIn } from './written_out.ts'

export type Language = keyof typeof SMALL_WORDS

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words of a few letters that every second sentence has, without those that are English words too. */
const SMALL_WORDS = {
  en: words(
    `the and of to was were is it that i my they them he she his her we our us you your not no with for had have has been be but at this there what who when which would could did do me on in from about by as an so than then nobody somebody after before until only very too just more if how all one two`,
  ),
  de: words(
    `der die und das ich nicht ist mir mich sie wir uns es ein eine einen einer waren hat haben habe wurde auf mit für von zu dem den des auch aber wie noch nach bei kein keine dass weil wenn sehr nur immer niemand`,
  ),
  fr: words(
    `le la les et je ne pas est une des du que qui dans pour mais avec sur vous nous ils elle il ont était été mon ma mes au aux ce cette très plus personne`,
  ),
  es: words(
    `el los las y que es una por para con pero muy mi se lo su fue ha han había más como cuando del al nadie sin ni`,
  ),
  it: words(
    `il gli di che non è una per con ma mi si sono ha hanno era più della del alla nel nessuno molto anche dopo`,
  ),
  nl: words(
    `het een en niet ik mij mijn waren heb heeft hebben zijn met voor van op maar ze wij ons er ook nog naar bij niemand`,
  ),
  sv: words(`och att jag det som inte en ett är var på med för de vi oss har hade min mig till av ingen mycket också`),
  da: words(`og jeg det som ikke en et er var på med de vi os har havde min mig til af ingen meget også`),
  pl: words(`nie się na w z że jest był była mnie mi ale jak za po już tylko nikt bardzo przez mój moja`),
  pt: words(`o os um uma que não é foi para com mas muito meu minha ele ela eles em na da ninguém mais como`),
} as const satisfies Record<string, ReadonlySet<string>>

/** A text of fewer words says too little. */
const FEWEST_WORDS = 4
const FEWEST_SMALL_WORDS = 2
const SMALLEST_SHARE = 0.25
/** So many times as many small words as of the next language. */
const AHEAD = 2

/** Null where it is unsure: too short, mixed, or a language it does not know. */
export function guessLanguage(text: string): Language | null {
  const said = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (said.length < FEWEST_WORDS) return null
  const [first, second] = namesIn(SMALL_WORDS)
    .map((language) => ({ language, hits: said.filter((word) => SMALL_WORDS[language].has(word)).length }))
    .sort((a, b) => b.hits - a.hits)
  if (!first || !second || first.hits < FEWEST_SMALL_WORDS || first.hits < said.length * SMALLEST_SHARE) return null

  return first.hits >= second.hits * AHEAD ? first.language : null
}

/**
 * The texts of one reflection, all of them in one language, sentence by sentence: null if the whole is unsure or any sentence of it
 * is clearly in another one. A few words alone ("Not my department.") go with the rest.
 */
export function languageOf(texts: readonly string[]): Language | null {
  const whole = guessLanguage(texts.join(' '))
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?…])\s+|\n+/))
  const others = sentences.map(guessLanguage).filter((language) => language !== null && language !== whole)

  return others.length === 0 ? whole : null
}
