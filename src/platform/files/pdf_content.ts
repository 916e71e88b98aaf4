/** What the page template (report.typ) sets: the report in words, with every chart drawn. The template decides nothing but type and space. */

import type { Drawing } from '../../charts/painting.ts'
import { drawingOf } from './drawing.ts'
import type { Block, Cell, Chart, FollowUp, Report, Table } from './report.ts'
import { type CellWords, cellWords, chartWords, DOES, dayWords, shortenedTo } from './report_words.ts'

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

/** Charts that follow each other stand two abreast. */
function blocksOf(blocks: readonly Block[], locale: string): Set[] {
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

const isHalf = ({ drawing }: SetChart) => drawing.width === HALF
const isHalfFull = (charts: readonly SetChart[]) => charts.length === 1 && charts.every(isHalf)

function fitsHalf(chart: Chart): boolean {
  return chart.form !== 'ranges' && !(chart.form === 'line' && chart.limits.length > 0)
}

function chartOf(chart: Chart, width: number, locale: string): SetChart {
  return {
    title: chart.title,
    note: [chart.note, hides(chart) ? '× withheld' : ''].filter(Boolean).join(' '),
    alt: chartWords(chart, locale),
    drawing: drawingOf(chart, width, locale),
  }
}

/** A column of a line has no room for the word itself. */
function hides(chart: Chart): boolean {
  return chart.form === 'line' && chart.points.some((point) => point?.numbers === 'withheld')
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
