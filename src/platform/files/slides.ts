/** A report as slides, before any library: what stands on each, and nothing longer than a slide can hold. */
import { inParts } from './long_charts.ts'
import type { Block, Chart, FollowUp, Report, Section, Table } from './report.ts'
import { cellWords, DOES, dayWords, inOneLine } from './report_words.ts'
import { inPages, piecesOf, type SlideText, wordPages } from './slide_room.ts'

export type Slide =
  | { shows: 'title'; title: string; subtitle: string; lead: string[] }
  | { shows: 'words'; title: string; texts: SlideText[] }
  | { shows: 'table'; title: string; head: string[]; rows: string[][]; note: string; widths: number[] }
  | { shows: 'chart'; title: string; chart: Chart }

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
    if (said) words.push(...(words.length === 0 ? notNoted(slides, said) : said))
    else {
      slides.push(...wordSlides(name, words), ...shownSlides(name, block, locale))
      words = []
    }
  }

  return [...slides, ...wordSlides(name, words)]
}

/** Two lines at the foot of a slide. */
const LONGEST_NOTE = 320

/** A quiet word right after a table or a chart stands below it; what does not fit there is given back. */
function notNoted(slides: Slide[], said: SlideText[]): SlideText[] {
  const last = slides.at(-1)
  const note = said.map(({ words }) => words).join(' ')
  if (!last || !said.every(({ voice }) => voice === 'soft') || note.length > LONGEST_NOTE) return said
  if (last.shows === 'table' && last.note === '') slides[slides.length - 1] = { ...last, note }
  else if (last.shows === 'chart' && last.chart.note === '')
    slides[slides.length - 1] = { ...last, chart: { ...last.chart, note } }
  else return said

  return []
}

function wordsOf(block: Block): SlideText[] | null {
  if (block.kind === 'quotes') return block.quotes.flatMap(quoteTexts)
  if (block.kind === 'signature') return block.sentences.map((words) => ({ words, voice: 'body' }))
  if (block.kind !== 'paragraphs') return null

  return block.texts.map((words) => ({ words, voice: block.voice === 'quiet' ? 'soft' : 'body' }))
}

function shownSlides(title: string, block: Block, locale: string): Slide[] {
  if (block.kind === 'chart')
    return inParts(block, (rows) => rows.length <= MOST_BARS).map((chart) => ({
      ...{ shows: 'chart', title: chart.title, chart },
    }))
  if (block.kind === 'table') return tableSlides(block.title || title, block, locale)

  return block.kind === 'followups' ? followUpSlides(title, block.items, locale) : []
}

function quoteTexts({ words, by }: { words: string; by: string }): SlideText[] {
  const quote: SlideText = { words: `“${words}”`, voice: 'quote' }

  return by ? [{ words: by, voice: 'by' }, quote] : [quote]
}

/** More could not be told apart on a slide. */
const MOST_BARS = 15

function tableSlides(title: string, { columns, rows, note }: Table, locale: string): Slide[] {
  const said = rows.map((row) => columns.map((_, i) => inOneLine(cellWords(row[i] ?? { kind: 'nothing' }, locale))))

  return rowSlides(title, { head: [...columns], rows: said, note, shares: columns.map((_, i) => (i === 0 ? 1.4 : 1)) })
}

/** What its owner adds stands in rows of its own below: a line for customers, for the company, for those who do the work. */
function followUpSlides(title: string, items: readonly FollowUp[], locale: string): Slide[] {
  const rows = items.flatMap(({ does, what, owner, due, state, held, lines }) => [
    [DOES[does], what, owner, due ? dayWords(due, locale) : '', [state, held].filter(Boolean).join('. ')],
    ...lines.map((line) => ['', line, '', '', '']),
  ])
  const head = ['', 'What', 'Owner', 'Due', 'What became of it']

  return rowSlides(title, { head, rows, note: '', shares: [0.8, 3, 1.2, 1.1, 1.8] })
}

interface RowsToShow {
  head: string[]
  rows: string[][]
  note: string
  /** How wide each column is beside the others. */
  shares: number[]
}

/** Lines of a table that a slide has room for, and letters in a line across all of it. */
const MOST_LINES = 20
const ACROSS = 150
/** A row that would fill a slide by itself goes on in the next ones. */
const MOST_LINES_OF_A_ROW = 14

function rowSlides(title: string, { head, rows, note, shares }: RowsToShow): Slide[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const letters = shares.map((share) => Math.max(6, Math.floor((ACROSS * share) / whole)))
  const parts = rows.flatMap((row) => rowParts(row, letters))
  const pages = inPages(parts, (row) => linesOf(row, letters) + 0.5, MOST_LINES)
  const widths = shares.map((share) => share / whole)

  return pages.map((page, i) => ({ shows: 'table', title: numbered(title, i), head, rows: page, note, widths }))
}

function linesOf(row: readonly string[], letters: readonly number[]): number {
  const lines = row.map((words, i) =>
    words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (letters[i] ?? 1))), 0),
  )

  return Math.max(1, ...lines)
}

/** Nothing is left out: what is longer than a slide goes on below it. */
function rowParts(row: string[], letters: readonly number[]): string[][] {
  if (linesOf(row, letters) <= MOST_LINES_OF_A_ROW) return [row]
  const cut = row.map((words, i) => piecesOf(words, (letters[i] ?? 1) * MOST_LINES_OF_A_ROW))

  return Array.from({ length: Math.max(...cut.map(({ length }) => length)) }, (_, at) =>
    cut.map((pieces) => pieces[at] ?? ''),
  )
}

/** Of a summary that stands on the first slide. */
const MOST_LETTERS = 1000

function wordSlides(title: string, texts: readonly SlideText[]): Slide[] {
  return wordPages(texts).map((page, i) => ({ shows: 'words', title: numbered(title, i), texts: page }))
}

function numbered(title: string, i: number): string {
  return i === 0 ? title : `${title} (${i + 1})`
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, words) => sum + words.length, 0)
}
