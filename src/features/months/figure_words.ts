/** Figures and changes in the words and digits they are shown in. */
import { HAIR, percent, percentRange, WITHHELD } from '../../lib/shares.ts'
import type { Figure } from './figures.ts'
import type { Result } from './results.ts'
import { type Change, VERDICT_WORDS, type Verdict } from './verdict.ts'

/** How the organisation writes numbers. */
export interface Numbers {
  /** 1,204 */
  whole: (count: number) => string
  /** +0.4, −0.4, 0.0: with a real minus, and at most two places; a half goes away from nothing, in files too. */
  signed: (value: number, places?: 0 | 1 | 2) => string
  /** 4.1, of a mean that cannot be below nothing. */
  mean: (value: number) => string
}

/** Making a formatter costs more than a page; there are as many as there are locales in use. */
const known = new Map<string, Numbers>()

export function numbersIn(locale: string): Numbers {
  const numbers = known.get(locale) ?? makeNumbers(locale)
  known.set(locale, numbers)

  return numbers
}

function makeNumbers(locale: string): Numbers {
  const large = remembered(new Intl.NumberFormat(locale))
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'

  return {
    // Most counts are small or stand still, and formatting them is most of the work of a table.
    whole: (count) => (count < 1000 ? String(count) : large(count)),
    mean: (value) => (value + HAIR).toFixed(1).replace('.', decimal),
    signed: (value, places = 1) => {
      const size = (Math.abs(value) + HAIR).toFixed(places).replace('.', decimal)
      if (!/[1-9]/.test(size)) return size

      return `${value < 0 ? '−' : '+'}${size}`
    },
  }
}

/** So many numbers are kept as they are written. */
const MOST = 10_000

function remembered(wholes: Intl.NumberFormat): (count: number) => string {
  const written = new Map<number, string>()

  return (count) => {
    const found = written.get(count) ?? wholes.format(count)
    if (written.size === MOST) written.clear()
    written.set(count, found)

    return found
  }
}

export interface FigureWords {
  strong: string
  rest: string
  /** Below it: the share with its interval. */
  below: string
}

/** "11" "of 14" "79%, 52–92%"; "−0.4" "over 12" "−0.9 to +0.1". */
export function figureWords(figure: Figure | null, numbers: Numbers): FigureWords {
  return figure === null ? { strong: '', rest: WITHHELD, below: '' } : wordsOfFigure(figure, numbers)
}

const wordsOfFigure = saidOnce((figure: Figure, { whole, signed }): FigureWords => {
  const { count, of, value } = figure
  if (value === null) return { strong: '–', rest: '', below: '' }
  if (count !== null) return { strong: whole(count), rest: `of ${whole(of)}`, below: shareWords(value) }

  return { strong: signed(value.value), rest: `over ${whole(of)}`, below: rangeWords(value, signed) }
})

/** "11 of 14"; "−0.4 over 12"; "withheld". */
export function plainFigure(figure: Figure | null, numbers: Numbers): string {
  const { strong, rest } = figureWords(figure, numbers)

  return `${strong} ${rest}`.trim()
}

/** What stands still is put into words once: a past month’s figures are the very same at every look (results.ts). */
function saidOnce<Of extends object, Said>(say: (of: Of, numbers: Numbers) => Said): typeof said {
  const known = new WeakMap<Numbers, WeakMap<Of, Said>>()

  return said

  function said(of: Of, numbers: Numbers): Said {
    const inNumbers = known.get(numbers) ?? new WeakMap<Of, Said>()
    const found = inNumbers.get(of) ?? say(of, numbers)
    known.set(numbers, inNumbers.set(of, found))

    return found
  }
}

/** "79%, 52–92%" */
export function shareWords({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${percent(value)}%, ${percentRange({ low, high })}`
}

export interface ChangeWords {
  words: string
  /** The drawn sign: an arrow, a dash or dots. */
  mark: 'up' | 'down' | 'flat' | 'few'
  clear: boolean
  /** "+4 points, −27 to +34" */
  below: string
}

/** Where nothing is compared. */
export const NOTHING_COMPARED: Readonly<ChangeWords> = { words: '', mark: 'few', clear: false, below: '' }

const MARKS: Readonly<Record<Verdict, ChangeWords['mark']>> = {
  clear_rise: 'up',
  clear_fall: 'down',
  no_clear_change: 'flat',
  too_few: 'few',
}

/** Where no change is said. */
export const WHY_UNCOMPARED = {
  alone: 'Nothing to compare it with',
  afterWithheldMonth: 'The month before is withheld',
  afterWithheldQuarter: 'The quarter before is withheld',
}

/** `before` is what was published of the time right before. */
export function uncomparedWords(before: { shown: boolean; firstMonth: string; lastMonth: string } | undefined): string {
  if (!before || before.shown) return WHY_UNCOMPARED.alone

  return before.firstMonth === before.lastMonth
    ? WHY_UNCOMPARED.afterWithheldMonth
    : WHY_UNCOMPARED.afterWithheldQuarter
}

export function changeWords(
  { change, figure }: Pick<Result, 'figure'> & { change: Change },
  numbers: Numbers,
): Readonly<ChangeWords> {
  return (figure?.count === null ? wordsOfMeans : wordsOfShares)(change, numbers)
}

const wordsOfMeans = saidOnce((change: Change, numbers) => wordsOfChange(change, numbers, meansWords))
const wordsOfShares = saidOnce((change: Change, numbers) => wordsOfChange(change, numbers, pointsWords))

function wordsOfChange(
  { verdict, difference }: Change,
  numbers: Numbers,
  below: (difference: Difference, numbers: Numbers) => string,
): ChangeWords {
  const mark = MARKS[verdict]

  return {
    words: VERDICT_WORDS[verdict],
    mark,
    clear: mark === 'up' || mark === 'down',
    below: difference ? below(difference, numbers) : '',
  }
}

type Difference = NonNullable<Change['difference']>

function meansWords(difference: Difference, { signed }: Numbers): string {
  // What would be written as nothing has a digit more, so that a clear change never seems to begin at none.
  const isNearNothing = (mean: number) => Math.abs(mean) < 0.05 && Math.abs(mean) >= 0.005
  const exactly = (mean: number) => signed(mean, isNearNothing(mean) ? 2 : 1)

  return `${exactly(difference.difference)}, ${rangeWords(difference, exactly)}`
}

function pointsWords(difference: Difference, { signed }: Numbers): string {
  // As above, below one point.
  const isBelowOne = (share: number) => Math.abs(share) < 0.01 && Math.abs(share) >= 0.0005
  const points = (share: number) => signed(share * 100, isBelowOne(share) ? 1 : 0)

  const by = points(difference.difference)

  return `${by} ${/^[+−]1$/.test(by) ? 'point' : 'points'}, ${rangeWords(difference, points)}`
}

function rangeWords({ low, high }: { low: number; high: number }, words: (value: number) => string): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'one alone has no interval'

  return `${words(low)} to ${words(high)}`
}
