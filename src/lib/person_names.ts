/** Names of people in a text: known given names, and words that stand where somebody's name would. */
import { knownName, plainName } from './given_names.ts'
import {
  BEFORE_A_THING,
  BEGINNINGS,
  BESIDE,
  DID,
  NOT_NAMES,
  PARTICLE,
  PERSON_ONLY,
  PLACE_AFTER,
  PLACED_BEFORE,
  SAID,
  SPOKE_TO,
  SPOKE_TO_SMALL,
  TITLE,
  TITLE_SMALL,
  WHO_IT_WAS,
} from './name_words.ts'
import type { Span } from './numbers_check.ts'
import { isOrdinaryWord, ORDINARY_ENDING } from './ordinary_words.ts'

/** How many characters around a word can tell whether it is a name. */
const NEAR = 80

interface Word extends Span {
  text: string
  capital: boolean
  /** First in its sentence or line, where a capital letter says nothing. */
  first: boolean
}

/** A word and what stands around it. */
interface Place {
  word: Word
  next: Word | undefined
  /** The word before is somebody's name: "Gethin and …". */
  follows: boolean
  before: string
  after: string
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-’'](?=\p{L})[\p{L}\p{M}]+)*/gu
const AND = /^\s*(?:,|and|or|und|oder|&|then|, (?:and|or|then))\s*$/

export function findNames(text: string): Span[] {
  const words = listWords(text)
  const spans: Span[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word
    if (!isName(placeOf(words, i, text, spans.at(-1)))) continue
    const last = lastOfName(words, i, text)
    spans.push({
      from: word.from - titleBefore(word, text),
      to: (words[last] as Word).to - possessive((words[last] as Word).text),
    })
    i = last
  }

  return spans
}

function listWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
    first:
      /(?:^|[.!?…:\n•“„«])["“”‘’'()\s–-]*$/.test(text.slice(Math.max(0, match.index - NEAR), match.index)) &&
      !/\b\p{Lu}\.\s$/u.test(text.slice(Math.max(0, match.index - NEAR), match.index)),
  }))
}

function placeOf(words: readonly Word[], i: number, text: string, name: Span | undefined): Place {
  const word = words[i] as Word

  return {
    word,
    next: words[i + 1],
    follows: name !== undefined && AND.test(text.slice(name.to, word.from)),
    before: text.slice(Math.max(0, word.from - NEAR), word.from),
    after: text.slice(word.to - possessive(word.text), word.to + NEAR),
  }
}

function isName(place: Place): boolean {
  const { word, next, before, after } = place
  const name = knownName(word.text)
  if (!word.capital) return isSmallName(place, name)
  if ((isShouted(word) && name === null) || isInADate(place)) return false
  if (TITLE.test(before)) return true
  if (PLACE_AFTER.test(after) || PLACED_BEFORE.test(before)) return false
  if (name === 'certain' || isInitial(word, next, after)) return true

  return name === 'doubtful' ? isDoubtfulName(place) : isUnknownName(place)
}

/** "spoke to sarah", "sarah from billing was lovely", "mr okafor", and the "van" of "Mr van den Berg". */
function isSmallName({ word, before, after }: Place, name: ReturnType<typeof knownName>): boolean {
  if (PARTICLE.test(word.text)) return TITLE.test(before) && /^(?:\s\p{Ll}+)?\s\p{Lu}/u.test(after)
  if (TITLE_SMALL.test(before)) return word.text.length > 1 && !BEGINNINGS.has(word.text)
  if (name !== 'certain') return false

  return SPOKE_TO_SMALL.test(before) || ((word.first || /\bwith\s$/i.test(before)) && DID.test(after))
}

/** "Will said", "spoke to Grace", "Mark Hanlon": the words around tell. Months need somebody spoken to. */
function isDoubtfulName({ word, next, follows, before, after }: Place): boolean {
  if (SPOKE_TO.test(before) || PERSON_ONLY.test(after)) return true
  if (follows && !isDated(word)) return true
  if (isDated(word))
    return (
      SAID.test(after) ||
      (/\b(?:that|had|met|got|reached|when|if)\s$/.test(before) && /^\s(?:was|had|on)\b/.test(after))
    )
  if (!word.first)
    return !/\b(?:in|of|on|at|the|a|an|my|our|your|no|some|any|next|last|this|to|from|every|more|for|by)\s+["“‘']?$/i.test(
      before,
    )

  return DID.test(after) || hasSurname(next, after) || isBesideAnother(next, after)
}

/** "12 Jan", "May 2026". */
function isInADate({ word, before, after }: Place): boolean {
  return (
    /^(?:jan|may|april|june|august|summer)$/i.test(word.text) &&
    (/\d(?:st|nd|rd|th)?\s$/.test(before) || /^\s\d/.test(after))
  )
}

/** "Will and Grace both told me". */
function isBesideAnother(next: Word | undefined, after: string): boolean {
  return /^\sand\s/.test(after) && next?.capital === true && knownName(next.text) !== null && !isDated(next)
}

/** Months and seasons are far more often said than people of that name. */
function isDated({ text }: Word): boolean {
  return NOT_NAMES.has(plainName(text)) || plainName(text) === 'summer'
}

function hasSurname(next: Word | undefined, after: string): boolean {
  return Boolean(
    next?.capital && after === ` ${after.slice(1)}` && after.slice(1).startsWith(next.text) && !isNobody(next.text),
  )
}

function isUnknownName(place: Place): boolean {
  const { word, before, after } = place
  // Capitals in the middle are a brand's: FreeWifi. Names have them after Mc, O’ and the like.
  if (word.text.length < 2 || /(?<!^(?:Mac|Mc|De|Di|Le|Van|Fitz))\p{Ll}\p{Lu}/u.test(word.text) || isNobody(word.text))
    return false
  if (WHO_IT_WAS.test(before) || (BESIDE.test(before) && /^\s?[,)]/.test(after))) return true
  if (word.first) return (PERSON_ONLY.test(after) || SAID.test(after)) && !beginsLikeAWord(word, after)
  if (PERSON_ONLY.test(after) || SAID.test(after)) return true

  return place.follows || SPOKE_TO.test(before) || isAfterInitial(before) || standsLikeAName(place)
}

/** "Pensioners who wait", "Guess who answered": what a sentence begins with is mostly a word. */
function beginsLikeAWord({ text }: Word, after: string): boolean {
  return /(?:ing|ed|ly|body|one|ers?|s)$/.test(text) || /^\swho/.test(after)
}

function isAfterInitial(before: string): boolean {
  return /(?:^|[^\p{L}])\p{Lu}\.\s$/u.test(before) && SPOKE_TO.test(before.slice(0, -3))
}

/** A capital letter inside a sentence, no word of English, no place, no company, and nothing before it that things have. */
function standsLikeAName({ word, next, before, after }: Place): boolean {
  if (!/^\p{Lu}[\p{Ll}\p{M}]{2,}(?:[-’'].+)?$/u.test(word.text)) return false
  if (/\p{Lu}[\p{L}.&-]*\s$/u.test(before) || BEFORE_A_THING.test(before)) return false

  return !(next?.capital && after.startsWith(` ${next.text}`) && isNobody(next.text))
}

/** A weekday, a department, a place, a company or a plain English word. */
function isNobody(word: string): boolean {
  const small = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '')
  const isPlain = (part: string) =>
    NOT_NAMES.has(part) || BEGINNINGS.has(part) || isOrdinaryWord(part) || ORDINARY_ENDING.test(part)

  return isPlain(small) || isPlain(plainName(word)) || small.split(/[-']/).every(isPlain)
}

/** A surname follows: "Sarah Whitcombe", "Anne van der Berg". */
function lastOfName(words: readonly Word[], at: number, text: string): number {
  let last = at
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i] as Word
    const between = text.slice((words[i - 1] as Word).to, word.from)
    const particle = PARTICLE.test(word.text)
    if (!/^(?:\s|\.\s)$/.test(between) || (between.startsWith('.') && (words[i - 1] as Word).text.length > 1)) break
    if (!particle && (!word.capital || NOT_NAMES.has(plainName(word.text)))) break
    if (!particle) last = i
  }

  return last
}

/** Herr, Mrs and Dr go with the name: other words stand for both. */
function titleBefore({ from }: Word, text: string): number {
  return TITLE.exec(text.slice(Math.max(0, from - NEAR), from))?.[0].length ?? 0
}

function possessive(word: string): number {
  return /[’']s$/.test(word) ? 2 : 0
}

/** "J. Hargreaves". */
function isInitial(word: Word, next: Word | undefined, after: string): boolean {
  return (
    word.text.length === 1 &&
    after.startsWith('. ') &&
    after.slice(2).startsWith(next?.text ?? ' ') &&
    next?.capital === true &&
    !/^(?:I|A)$/.test(word.text)
  )
}

/** Capitals throughout: an abbreviation or emphasis. */
function isShouted({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase()
}
