/** What the page template (report.typ) sets: the report in words, with every chart drawn. The template decides nothing but type and space. */

import type { Drawing } from '../../charts/painting.ts'
import { drawingOf } from './drawing.ts'
import { inParts } from './long_charts.ts'
import type { Block, Cell, Chart, FollowUp, Report, Table } from './report.ts'
import { type CellWords, cellWords, chartNote, chartWords, DOES, dayWords, shortenedTo } from './report_words.ts'

/** Points: a chart has half the width of the text and the gap beside it, or all of it where it stands alone. */
const HALF = 226
const WHOLE = 470

interface Text {
  words: string
  /** Which way the words run. */
  dir: 'ltr' | 'rtl'
}

type Set =
  | { kind: 'paragraphs'; voice: string; texts: Text[] }
  | { kind: 'table'; title: string; head: string[]; rows: CellWords[][]; note: string }
  | { kind: 'charts'; charts: SetChart[] }
  | { kind: 'quotes'; quotes: (Text & { by: string })[] }
  | { kind: 'followups'; rows: { does: string; what: Text; owner: string; due: string; came: string; lines: Text[] }[] }
  | { kind: 'signature'; sentences: string[] }

interface SetChart {
  title: string
  note: string
  alt: string
  drawing: Drawing
}

export function pdfContent(report: Report): object {
  const { subtitle, draft, caveat, facts, sections, locale } = report
  // PDF/UA asks for a title.
  const title = report.title.trim() || 'Report'
  const { language, region } = new Intl.Locale(locale)

  return {
    ...{ title, subtitle, draft, facts, language, region: region ?? '' },
    running: shortenedTo(`${title} · ${subtitle}`, 110),
    foot: shortenedTo(caveat, 240),
    sections: sections.map((section) => ({ title: section.title, blocks: blocksOf(section.blocks, locale) })),
  }
}

/** Points that a chart may take of a page, beside its heading and its note. */
const TALLEST = 560

/** Charts that follow each other stand two abreast; one that is taller than a page stands in parts. */
function blocksOf(whole: readonly Block[], locale: string): Set[] {
  const blocks = whole.flatMap((block): Block[] => (block.kind === 'chart' ? fitting(block, locale) : [block]))
  const set: Set[] = []
  for (const [i, block] of blocks.entries()) {
    const last = set.at(-1)
    if (block.kind !== 'chart') {
      set.push(blockOf(block, locale))
      continue
    }
    const follows = last?.kind === 'charts' || blocks[i + 1]?.kind === 'chart'
    const chart = chartOf(block, follows && fitsHalf(block) ? HALF : WHOLE, locale)
    if (last?.kind === 'charts' && isHalfFull(last.charts) && isHalf(chart)) last.charts.push(chart)
    else set.push({ kind: 'charts', charts: [chart] })
  }

  return set
}

function fitting(chart: Chart, locale: string): Chart[] {
  return inParts(chart, (categories) => drawingOf({ ...chart, categories }, WHOLE, locale).height <= TALLEST)
}

const isHalf = ({ drawing }: SetChart) => drawing.width === HALF
const isHalfFull = (charts: readonly SetChart[]) => charts.length === 1 && charts.every(isHalf)

function fitsHalf(chart: Chart): boolean {
  if (chart.form === 'stack') return chart.diverging

  return chart.form !== 'ranges' && !(chart.form === 'line' && chart.limits.length > 0)
}

function chartOf(chart: Chart, width: number, locale: string): SetChart {
  return {
    title: chart.title,
    note: chartNote(chart),
    alt: chartWords(chart, locale),
    drawing: drawingOf(chart, width, locale),
  }
}

function blockOf(block: Exclude<Block, Chart>, locale: string): Set {
  switch (block.kind) {
    case 'paragraphs':
      return { kind: 'paragraphs', voice: block.voice, texts: block.texts.flatMap(linesOf) }
    case 'table':
      return tableOf(block, locale)
    case 'quotes':
      return {
        kind: 'quotes',
        quotes: block.quotes.map(({ words, by }) => ({ ...textOf(words), words: `“${words}”`, by })),
      }
    case 'followups':
      return { kind: 'followups', rows: block.items.map((item) => followUpOf(item, locale)) }
    case 'signature':
      return { kind: 'signature', sentences: [...block.sentences] }
  }
}

function tableOf({ title, columns, rows, note }: Table, locale: string): Set {
  return {
    kind: 'table',
    title,
    // It stands on every page the table takes.
    head: columns.map((name) => shortenedTo(name, 120)),
    rows: rows.map((row) => columns.map((_, i) => cellWords(row[i] ?? NOTHING, locale))),
    note,
  }
}

const NOTHING: Cell = { kind: 'nothing' }

function followUpOf({ does, what, owner, due, state, held, lines }: FollowUp, locale: string) {
  return {
    ...{ does: DOES[does], what: textOf(what), owner, due: due ? dayWords(due, locale) : '' },
    came: [state, held].filter(Boolean).join('. '),
    lines: lines.map(textOf),
  }
}

function linesOf(text: string): Text[] {
  return text.split(/\n+/).filter(Boolean).map(textOf)
}

/** The first letter with a direction says which way a text runs (Unicode bidirectional algorithm, rules P2 and P3). */
function textOf(words: string): Text {
  const first = /\p{L}/u.exec(words)?.[0] ?? ''

  return { words, dir: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u.test(first) ? 'rtl' : 'ltr' }
}
