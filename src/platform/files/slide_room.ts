/** What a slide has room for. What does not fit goes on on the next one, and nothing is left out. */
import { VOICES } from './slide_look.ts'

export interface SlideText {
  words: string
  voice: 'body' | 'quote' | 'by' | 'soft'
}

/** Inches that words have on a slide, and points in one. */
export const WORDS_PLACE = { wide: 11.2, high: 5.2 }
const INCH = 72

/** How wide a letter is beside its height, in a wide typeface, because a computer that has not ours takes another; and a line. */
const LETTER = 0.6
const LINE = 1.25

/** Points below a paragraph. */
export function spaceAfter(voice: SlideText['voice']): number {
  return voice === 'by' ? 2 : 12
}

/** Paragraphs slide by slide; whose words they are stands on the same one as the words. */
export function wordPages(texts: readonly SlideText[]): SlideText[][] {
  const together: SlideText[][] = []
  for (const { words, voice } of texts)
    for (const part of partsOf(words, voice)) {
      const text = { words: part, voice }
      if (together.at(-1)?.at(-1)?.voice === 'by') together.at(-1)?.push(text)
      else together.push([text])
    }
  const height = (some: readonly SlideText[]) => some.reduce((sum, text) => sum + heightOf(text), 0)

  return inPages(together, height, WORDS_PLACE.high * INCH).map((page) => page.flat())
}

/** On as few slides as there must be, and these as full as each other: one row is not left over for a slide of its own. */
export function inPages<T>(things: readonly T[], size: (thing: T) => number, most: number): T[][] {
  const fewest = filled(things, size, most)
  const even = things.reduce((sum, thing) => sum + size(thing), 0) / fewest.length
  for (let room = even; room < most; room += most / STEPS) {
    const pages = filled(things, size, room)
    if (pages.length === fewest.length) return pages
  }

  return fewest
}

const STEPS = 40

function filled<T>(things: readonly T[], size: (thing: T) => number, most: number): T[][] {
  const pages: T[][] = []
  let room = 0
  for (const thing of things) {
    if (pages.length === 0 || room < size(thing)) {
      pages.push([])
      room = most
    }
    pages.at(-1)?.push(thing)
    room -= size(thing)
  }

  return pages
}

/** Cut between words where there are any; letters stay whole. */
export function piecesOf(words: string, most: number): string[] {
  return words.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{1,${most}}`, 'gsu')) ?? []
}

/** What would not fit on a slide by itself is cut, so that something else finds room beside its pieces. */
function partsOf(words: string, voice: SlideText['voice']): string[] {
  const most = WORDS_PLACE.high * INCH
  if (heightOf({ words, voice }) <= most) return [words]
  const lines = Math.floor((most * 0.8) / lineHeight(voice))
  const narrow = words.length / widthOf(words)

  return piecesOf(words, Math.floor(lines * lettersAcross(voice) * narrow))
}

/** Points, with what stands below it. */
function heightOf({ words, voice }: SlideText): number {
  const lines = words.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / lettersAcross(voice))))

  return lines.reduce((sum, of) => sum + of, 0) * lineHeight(voice) + spaceAfter(voice)
}

function lettersAcross(voice: SlideText['voice']): number {
  return Math.floor((WORDS_PLACE.wide * INCH) / (VOICES[voice].fontSize * LETTER))
}

function lineHeight(voice: SlideText['voice']): number {
  return VOICES[voice].fontSize * LINE
}

/** In letters: those of East Asia are as wide as two. */
function widthOf(words: string): number {
  return words.length + (words.match(/[\u1100-\u11FF\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0)
}
