/** The control chart of a measure as the page shows it: picture, sentence, and the changes noted on it. */
import { type ControlPicture, controlPicture } from '../../charts/control.ts'
import type { ControlMonth } from '../../charts/control_months.ts'
import type { Month } from '../../lib/periods.ts'
import { percent, percentRange } from '../../lib/shares.ts'
import { type ChartedMonth, signalSaid } from './control.ts'
import { changesNoted, controlSentence, stageOf } from './control_words.ts'
import type { Figure } from './figures.ts'
import type { Measure } from './measures.ts'
import type { PageWords } from './page_words.ts'
import type { Series } from './results.ts'
import { shareOf } from './verdict.ts'

export interface ControlBlock {
  chart: string
  /** What the chart says of the month of the page; empty where that month has no contacts. A mean is withheld while a month runs: of the latest. */
  sentence: string
  /** Changes noted within the chart. */
  changes: readonly string[]
}

export function controlBlock(series: Series, control: readonly ChartedMonth[], words: PageWords): ControlBlock {
  const { name, reading } = words
  const write = valueWriter(series, words)
  const latest = series.measure.kind === 'mean' ? control.at(-1) : undefined
  const now = control.find(({ month }) => month === reading.month) ?? latest

  return {
    chart: pictureOf(series, control, words),
    sentence: now
      ? controlSentence(now, { name: name(now.month).long, stage: stageOf(now.month, reading) }, write)
      : '',
    changes: changesNoted(control, name),
  }
}

function pictureOf(series: Series, control: readonly ChartedMonth[], words: PageWords): string {
  const { key, name: title, of, kind } = series.measure

  return controlPicture({
    id: key,
    title: `${title}, control chart of the ${kind === 'mean' ? 'mean over' : 'share of'} ${of}`,
    limits: limitsInWords(series, control, words),
    axis: kind === 'mean' ? MEAN_AXIS : SHARE_AXIS,
    ...monthsDrawn(series, control, words),
    limitsFrom: control.flatMap(({ mean, lower, upper, rebase }, from) =>
      from === 0 || rebase ? [{ from, mean, lower, upper }] : [],
    ),
  })
}

/** Most months stand still, and are drawn once: of their limits only what they say of a month can move it. */
function monthsDrawn(series: Series, control: readonly ChartedMonth[], words: PageWords) {
  const { months, measure, told } = series
  const figures = (of: Month) => months.find(({ span }) => span.name === of)?.figure ?? null
  const drawn = (charted: ChartedMonth) =>
    monthDrawn(charted, monthWords(measure, charted, figures(charted.month), words), words)
  const earlier = told.named(words.reading.locale).kept('drawn', () => control.slice(0, -1).map(drawn))

  return { earlier, latest: control.slice(-1).map(drawn) }
}

type MonthWords = Pick<ControlMonth, 'said' | 'under'>

function monthDrawn(charted: ChartedMonth, { said, under }: MonthWords, { name, reading }: PageWords): ControlMonth {
  const { month, value, mean } = charted
  const signal = signalSaid(charted)

  return {
    letter: name(month).letter,
    said,
    value,
    above: value > mean,
    under,
    signal: signal === 'too_few' ? 'none' : signal,
    now: month === reading.month,
  }
}

const SHARE_AXIS: ControlPicture['axis'] = [
  { at: 0, label: '0' },
  { at: 0.5, label: '50%' },
  { at: 1, label: '100%' },
]

/** Felt less expected, both from 1 to 5: beyond two either way hardly a month ever lies, and no limit is drawn. */
const MEAN_AXIS: ControlPicture['axis'] = [
  { at: -4, label: '−4' },
  { at: 0, label: '0' },
  { at: 4, label: '+4' },
]

function monthWords({ kind }: Measure, { month, value, of }: ChartedMonth, shown: Figure | null, words: PageWords) {
  const { name, numbers } = words
  const full = name(month).full
  if (kind === 'mean') return { said: `${full}: ${numbers.signed(value)} over ${of}`, under: [] }
  const count = Math.round(value * of)
  // Of months before those of the page only the share is at hand, which is a count of so many all the same.
  const share = shown?.value ?? shareOf({ count, of })

  return {
    said: `${full}: ${count} of ${of}${share ? `, 95% interval ${percentRange(share)}` : ''}`,
    under: [narrow(count), narrow(of)],
  }
}

/** Twelve months share the width of a phone; all digits stand in the title and the table. */
function narrow(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`
}

function limitsInWords(series: Series, control: readonly ChartedMonth[], words: PageWords): string {
  const write = valueWriter(series, words)
  const starts = control.filter(({ rebase }, i) => i === 0 || rebase)

  return starts
    .map(({ month, mean, lower, upper, months }) => {
      const since = `From ${words.name(month).full} on`
      if (months === 1) return `${since}: one month alone, which has no limits yet.`

      return `${since}: mean ${write(mean)}, limits ${write(lower)} and ${write(upper)}.`
    })
    .join(' ')
}

/** A share cannot lie below nothing or above all, so neither does a limit as it is written. */
function valueWriter({ measure }: Series, { numbers }: PageWords): (value: number) => string {
  if (measure.kind === 'mean') return (value) => numbers.signed(Math.max(-4, Math.min(4, value)))

  return (value) => `${percent(Math.max(0, Math.min(1, value)))}%`
}
