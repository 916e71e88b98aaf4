/** A report as slides, before any library: what stands on each, and nothing longer than a slide can hold. */
import type { Block, Chart, FollowUp, Report, Section, Table } from './report.ts'
import { cellWords, DOES, dayWords, inOneLine, shortenedTo } from './report_words.ts'

export type Slide =
  | { shows: 'title'; title: string; subtitle: string; lead: string[] }
  | { shows: 'words'; title: string; texts: SlideText[] }
  | { shows: 'table'; title: string; head: string[]; rows: string[][]; note: string }
  | { shows: 'chart'; title: string; chart: Chart }

export interface SlideText {
  words: string
  voice: 'body' | 'quote' | 'by' | 'soft'
}

export function slidesOf(report: Report): Slide[] {
  const [first] = report.sections
  const lead =
    first && first.title === '' && first.blocks.every(({ kind }) => kind === 'paragraphs') ? first : undefined
  const texts = lead?.blocks.flatMap((block) => (block.kind === 'paragraphs' ? block.texts : [])) ?? []
  const sections = lead ? report.sections.slice(1) : report.sections
  const { title, subtitle, facts, locale } = report
  // A summary too long for the title slide follows on slides of its own.
  const fits = lengthOf(texts) <= MOST_LETTERS
  const about = facts.map(({ label, value }): SlideText => ({ words: `${label}: ${value}`, voice: 'soft' }))

  return [
    { shows: 'title', title, subtitle, lead: fits ? [...texts] : [] },
    ...(fits
      ? []
      : wordSlides(
          'Summary',
          texts.map((words): SlideText => ({ words, voice: 'body' })),
        )),
    ...sections.flatMap((section) => sectionSlides(section, locale)),
    ...(about.length > 0 ? wordSlides('About this document', about) : []),
  ]
}

/** Words that follow each other share a slide where they fit. */
function sectionSlides({ title, blocks }: Section, locale: string): Slide[] {
  const name = title || 'Summary'
  const slides: Slide[] = []
  let words: SlideText[] = []
  for (const block of blocks) {
    const said = wordsOf(block)
    if (said) words.push(...said)
    else {
      slides.push(...wordSlides(name, words), ...shownSlides(name, block, locale))
      words = []
    }
  }

  return [...slides, ...wordSlides(name, words)]
}

function wordsOf(block: Block): SlideText[] | null {
  if (block.kind === 'quotes') return block.quotes.flatMap(quoteTexts)
  if (block.kind === 'signature') return block.sentences.map((words) => ({ words, voice: 'body' }))
  if (block.kind !== 'paragraphs') return null

  return block.texts.map((words) => ({ words, voice: block.voice === 'quiet' ? 'soft' : 'body' }))
}

function shownSlides(title: string, block: Block, locale: string): Slide[] {
  if (block.kind === 'chart') return [{ shows: 'chart', title: block.title, chart: block }]
  if (block.kind === 'table') return tableSlides(block.title || title, block, locale)

  return block.kind === 'followups' ? followUpSlides(title, block.items, locale) : []
}

function quoteTexts({ words, by }: { words: string; by: string }): SlideText[] {
  const quote: SlideText = { words: `“${words}”`, voice: 'quote' }

  return by ? [{ words: by, voice: 'by' }, quote] : [quote]
}

const MOST_ROWS = 10
/** What a row of a table can hold before it takes the place of several. */
const ROW_LETTERS = 160

function tableSlides(title: string, { columns, rows, note }: Table, locale: string): Slide[] {
  const said = rows.map((row) => columns.map((_, i) => inOneLine(cellWords(row[i] ?? { kind: 'nothing' }, locale))))

  return rowSlides(title, [...columns], said, note)
}

function followUpSlides(title: string, items: readonly FollowUp[], locale: string): Slide[] {
  const rows = items.map(({ does, what, owner, due, state, held, lines }) => [
    ...[DOES[does], [what, ...lines].join('\n'), owner, due ? dayWords(due, locale) : ''],
    [state, held].filter(Boolean).join('. '),
  ])

  return rowSlides(title, ['', 'What', 'Owner', 'Due', 'What became of it'], rows, '')
}

function rowSlides(title: string, head: string[], rows: string[][], note: string): Slide[] {
  const shortened = rows.map((row) => row.map((words) => shortenedTo(words, 600)))
  const pages = inPages(
    shortened,
    (row) => Math.ceil(Math.max(...row.map((words) => words.length)) / ROW_LETTERS),
    MOST_ROWS,
  )

  return pages.map((page, i) => ({ shows: 'table', title: numbered(title, i), head, rows: page, note }))
}

const MOST_LETTERS = 900

function wordSlides(title: string, texts: readonly SlideText[]): Slide[] {
  const parts = texts.flatMap(({ words, voice }) => partsOf(words).map((part): SlideText => ({ words: part, voice })))
  const pages = inPages(parts, ({ words }) => words.length + 90, MOST_LETTERS)

  return pages.map((page, i) => ({ shows: 'words', title: numbered(title, i), texts: page }))
}

/** What does not fit on one slide goes on on the next; nothing is left out. */
function inPages<T>(things: readonly T[], size: (thing: T) => number, most: number): T[][] {
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

/** Cut between words where there are any. */
function partsOf(words: string): string[] {
  if (words.length <= MOST_LETTERS) return [words]

  return words.match(/.{1,800}(?:\s|$)|.{1,800}/gsu) ?? []
}

function numbered(title: string, i: number): string {
  return i === 0 ? title : `${title} (${i + 1})`
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, words) => sum + words.length, 0)
}
