/** A report as sheets of typed rows: what the workbook holds, one sheet a section, before any library. */
import { TIDY_COLUMNS } from '../../lib/csv.ts'
import { WITHHELD } from '../../lib/shares.ts'
import type { Block, Cell, Chart, Figure, FollowUp, Report, Series, Table } from './report.ts'
import { figuresOf } from './report.ts'
import { DOES } from './report_words.ts'

export type Value =
  | { is: 'text'; text: string; voice: Voice }
  | { is: 'number'; number: number; format: 'whole' | 'share' | 'mean' }
  | { is: 'day'; day: string }
  | null

/** A head of numbers stands on the side they stand on. */
type Voice = 'title' | 'head' | 'head_of_numbers' | 'words' | 'soft'

export interface Sheet {
  name: string
  rows: Value[][]
  /** So many rows on top stay in sight. */
  frozen: number
}

export function sheetsOf(report: Report): Sheet[] {
  const heads: Value[][] = [[text(report.caveat, 'soft')], ...(report.draft ? [[text('DRAFT', 'title')]] : [])]
  const sections = report.sections.map(({ title, blocks }) => sheetOf(title || 'Summary', blocks, heads))
  const sheets = [aboutSheet(report, heads), ...sections, figuresSheet(report, heads)]
  const names = uniqueNames(sheets.map(({ name }) => name))

  return sheets.map((sheet, i) => ({ ...sheet, name: names[i] ?? '' }))
}

function aboutSheet({ title, subtitle, facts }: Report, heads: Value[][]): Sheet {
  const rows = facts.map(({ label, value }) => [text(label, 'head'), ...textsOf(value)])

  return { name: 'About', frozen: 0, rows: [[text(title, 'title')], [text(subtitle)], ...heads, [], ...rows] }
}

/** Every figure once, as the CSV has it. */
function figuresSheet(report: Report, heads: Value[][]): Sheet {
  const rows = figuresOf(report).map((figure) => {
    const { measure, of, span, breakdown, slice, level } = figure

    return [...[measure, of, span, breakdown, slice, level].map((one) => text(one)), ...numbersOf(figure)]
  })

  return {
    name: 'Figures',
    frozen: heads.length + 1,
    rows: [...heads, headOf(TIDY_COLUMNS, rows), ...rows],
  }
}

function sheetOf(title: string, blocks: readonly Block[], heads: Value[][]): Sheet {
  const tables = blocks.map(blockRows)
  const top = [[text(title, 'title')], ...heads]
  const [first] = tables

  return {
    name: title,
    rows: [...top, ...tables.flatMap(({ rows }) => [[], ...rows])],
    frozen: first && first.head > 0 ? top.length + 1 + first.head : top.length,
  }
}

interface Rows {
  rows: Value[][]
  /** How many of them are its head, where it begins with one. */
  head: number
}

function blockRows(block: Block): Rows {
  switch (block.kind) {
    case 'paragraphs':
      return plain(block.texts)
    case 'signature':
      return plain(block.sentences)
    case 'table':
      return tableRows(block)
    case 'chart':
      return chartRows(block)
    case 'quotes':
      return withHead(
        ['From', 'Words'],
        block.quotes.map(({ words, by }) => [text(by, 'soft'), ...textsOf(words)]),
      )
    case 'followups':
      return withHead(['Does', 'What', 'Owner', 'Due', 'State', 'Re-tests', 'Lines'], block.items.map(followUpRow))
  }
}

function plain(texts: readonly string[]): Rows {
  return { rows: texts.map((one) => textsOf(one)), head: 0 }
}

function withHead(head: readonly string[], rows: Value[][], title = ''): Rows {
  const titles = title ? [[text(title, 'title')]] : []

  return { rows: [...titles, headOf(head, rows), ...rows], head: titles.length + 1 }
}

function headOf(names: readonly string[], rows: readonly (readonly Value[])[]): Value[] {
  return names.map((name, i) => text(name, rows.some((row) => row[i]?.is === 'number') ? 'head_of_numbers' : 'head'))
}

function followUpRow({ does, what, owner, due, state, held, lines }: FollowUp): Value[] {
  return [
    ...[text(DOES[does]), text(what), text(owner), due ? ({ is: 'day', day: due } as const) : null],
    ...[text(state), text(held), text(lines.join('\n'))],
  ]
}

/** A column with figures takes five: count, of, value and the two ends of its interval. */
function tableRows({ title, columns, rows, note }: Table): Rows {
  const wide = columns.map((_, i) => rows.some((row) => row[i]?.kind === 'figure'))
  const changes = columns.map((_, i) => rows.some((row) => row[i]?.kind === 'change'))
  const head = columns.flatMap((name, i) => {
    if (wide[i]) return NUMBERS.map((one) => `${name}: ${one}`)

    return changes[i] ? [name, `${name}: by how much`] : [name]
  })
  const filled = rows.map((row) =>
    columns.flatMap((_, i) =>
      cellValues(row[i] ?? { kind: 'nothing' }, { wide: wide[i] ?? false, change: changes[i] ?? false }),
    ),
  )
  const shown = withHead(head, filled, title)

  return note ? { ...shown, rows: [...shown.rows, [text(note, 'soft')]] } : shown
}

const NUMBERS = ['count', 'of', 'value', 'low', 'high']

function cellValues(cell: Cell, { wide, change }: { wide: boolean; change: boolean }): Value[] {
  if (cell.kind === 'figure') return numbersOf(cell)
  const values = cell.kind === 'change' ? [text(cell.words), text(cell.below, 'soft')] : [plainValue(cell)]
  const missing = (wide ? NUMBERS.length : change ? 2 : 1) - values.length

  return [...values, ...Array.from({ length: Math.max(0, missing) }, () => null)]
}

function plainValue(cell: Exclude<Cell, { kind: 'figure' | 'change' }>): Value {
  if (cell.kind === 'words') return text(cell.words)
  if (cell.kind === 'day') return { is: 'day', day: cell.day }
  if (cell.kind === 'nothing') return null

  return { is: 'number', number: cell.amount, format: cell.unit === 'share' ? 'share' : 'mean' }
}

/** What a chart is drawn from: a row a category. */
function chartRows(chart: Chart): Rows {
  const series: readonly Series[] = 'series' in chart ? chart.series : [{ name: '', points: chart.points }]
  const head = [
    '',
    ...series.flatMap(({ name }) => NUMBERS.map((one) => (name ? `${name}: ${one}` : one))),
    ...besides(chart),
  ]
  const rows = chart.categories.map(({ name }, i) => [
    text(name),
    ...series.flatMap(({ points }) => pointValues(points[i] ?? null)),
    ...besideValues(chart, i),
  ])
  const shown = withHead(head, rows, chart.title)

  return chart.note ? { ...shown, rows: [...shown.rows, [text(chart.note, 'soft')]] } : shown
}

function pointValues(point: Figure | null): Value[] {
  return point ? numbersOf(point) : NUMBERS.map(() => null)
}

function besides(chart: Chart): string[] {
  if (chart.form === 'ranges') return ['target']
  if (chart.form !== 'line') return []
  const target = chart.target === null ? [] : ['target']

  return [...target, ...(chart.limits.length > 0 ? ['mean', 'lower limit', 'upper limit', 'says'] : [])]
}

function besideValues(chart: Chart, i: number): Value[] {
  if (chart.form === 'ranges') return [number(chart.targets[i] ?? null, 'share')]
  if (chart.form !== 'line') return []
  const format = chart.scale === 'share' ? 'share' : 'mean'
  const target = chart.target === null ? [] : [number(chart.target, format)]
  if (chart.limits.length === 0) return target
  const { mean = null, low = null, high = null, says = null } = chart.limits[i] ?? {}

  return [...target, ...[mean, low, high].map((one) => number(one, format)), says ? text(says) : null]
}

function numbersOf({ of, numbers }: Figure): Value[] {
  if (numbers === 'withheld') return [text(WITHHELD, 'soft'), null, null, null, null]
  const format = of === 'mean' ? 'mean' : 'share'

  return [
    ...[number(numbers.count, 'whole'), number(numbers.of, 'whole')],
    ...[numbers.value, numbers.low, numbers.high].map((one) => number(one, format)),
  ]
}

function number(value: number | null, format: 'whole' | 'share' | 'mean'): Value {
  return value === null ? null : { is: 'number', number: value, format }
}

function text(words: string, voice: Voice = 'words'): Value {
  return words === '' ? null : { is: 'text', text: words, voice }
}

/** A cell holds 32,767 characters; what is longer goes on in the next one. */
function textsOf(words: string): Value[] {
  const parts = words.match(/.{1,16000}/gsu) ?? []

  return parts.map((part) => text(part))
}

/** Excel allows 31 characters, none of them : \ / ? * [ ], no apostrophe at an end, no name twice, and not "History". */
const NAME = 31

function uniqueNames(titles: readonly string[]): string[] {
  const taken = new Set(['history'])

  return titles.map((title) => {
    const plain = title.toWellFormed().replace(/[:\\/?*[\]\n]/g, ' ')
    let name = shortened(plain, NAME)
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${shortened(plain, NAME - ` ${n}`.length)} ${n}`
    taken.add(name.toLowerCase())

    return name
  })
}

/** Never half a letter: some are two characters long. */
function shortened(title: string, room: number): string {
  const ends = /^['\s]+|['\s]+$/g
  const cut = title.replace(ends, '').slice(0, room)

  return cut.replace(/[\ud800-\udbff]$/, '').replace(ends, '') || 'Section'
}
