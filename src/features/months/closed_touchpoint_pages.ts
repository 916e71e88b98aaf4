/** What a touchpoint's page says beside its closed figures: what is wanted, what was told, and what changed after which follow-up. */
import type { Context } from '../../context.ts'
import { lastDay, type Month } from '../../lib/periods.ts'
import { findContextNote } from '../reflections/release_store.ts'
import type { findTouchpoint } from '../touchpoints/store.ts'
import { cellIn, spansAround } from './before_after.ts'
import { comparedWords } from './closed_block_pages.ts'
import { type DoneFollowup, listDoneFollowups } from './done_followups_store.ts'
import { FIGURE_MEASURES } from './every_measure.ts'
import { figureWords } from './figure_words.ts'
import type { Measure } from './measures.ts'
import { listPublishedTexts, type PublishedText } from './published_store.ts'
import { changeSince, figureOfCell, type ReadCell } from './read_cells.ts'
import { type ClosedSpan, type SliceReading, spanMonths, spanWords } from './span_words.ts'

type Touchpoint = NonNullable<ReturnType<typeof findTouchpoint>>

export function touchpointParts(
  ctx: Context,
  { id, intent, motivation, storyWanted }: Touchpoint,
  cells: readonly ReadCell[],
  reading: SliceReading & { primary: Measure },
) {
  return {
    touchpoint: { id, intent, motivation, storyWanted },
    told: toldOf(ctx, id, reading),
    done: doneOf(ctx, id, cells, reading),
  }
}

/** Stories under their quarter, the newest quarter first; how many there are is nobody's count. */
function toldOf(ctx: Context, touchpointId: string, reading: SliceReading) {
  const bySpan = Map.groupBy(listPublishedTexts(ctx, { touchpointId }), ({ span }) => span)

  return [...reading.spans]
    .reverse()
    .filter(({ span }) => bySpan.has(span))
    .map((span) => ({
      label: spanWords(span, reading),
      texts: (bySpan.get(span.span) ?? []).map((text) => besideNote(ctx, text)),
    }))
}

/** A text with what the touchpoint's owner put beside it; never whose contact it was. */
function besideNote(ctx: Context, { reflectionId, field, words }: PublishedText) {
  const note = findContextNote(ctx, reflectionId, field)

  return { words, note: note ? { by: note.by, words: note.words } : null }
}

/** Follow-ups done by the end of the last closed quarter: what is done since is not told before it is closed too. */
function doneOf(
  ctx: Context,
  touchpointId: string,
  cells: readonly ReadCell[],
  reading: SliceReading & { primary: Measure },
) {
  const last = reading.spans.at(-1)
  if (!last) return []

  return listDoneFollowups(ctx, touchpointId, lastDay(last.lastMonth).toString()).map((followup) =>
    changedAfter(followup, cells, reading),
  )
}

function changedAfter(
  { kind, commitment, doneOn, ...from }: DoneFollowup,
  cells: readonly ReadCell[],
  reading: SliceReading & { primary: Measure },
) {
  const month: Month = doneOn.slice(0, 7)
  const about = aboutWhat(from, cells, reading.primary)
  const spans = spansAround(reading.spans, month)
  const [before, after] = [cellIn(cells, about, spans.before), cellIn(cells, about, spans.after)]
  const change = changeSince(before, after)

  return {
    commitment,
    done: DONE[kind],
    when: reading.month(month).full,
    about: about.name,
    before: besideSpan(before, spans.before, reading),
    after: besideSpan(after, spans.after, reading),
    change: change ? comparedWords(figureOfCell(after), change, reading) : null,
  }
}

const DONE: Readonly<Record<DoneFollowup['kind'], string>> = {
  fix: 'Fixed',
  coach: 'Coached',
  celebrate: 'Celebrated',
}

/** The figure it was raised from; the measure that leads where it was raised from none. */
function aboutWhat(
  { measure, standardId }: Pick<DoneFollowup, 'measure' | 'standardId'>,
  cells: readonly ReadCell[],
  primary: Measure,
): { measure: string; level: string; name: string } {
  const standard = standardId === null ? undefined : cells.findLast(({ level }) => level === standardId)
  if (standard) return { measure: standard.measure, level: standard.level, name: standard.levelName }
  const { key, name } = FIGURE_MEASURES.find((one) => one.key === measure) ?? primary

  return { measure: key, level: '', name }
}

function besideSpan(cell: ReadCell | undefined, span: ClosedSpan | undefined, reading: SliceReading) {
  if (!span) return null

  return { span: spanMonths(span, reading), ...figureWords(figureOfCell(cell), reading.numbers) }
}
