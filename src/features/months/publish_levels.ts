/** The levels of a distribution, beside the shares made of them. */
import type { AnswerPool } from './answer_pool.ts'
import { tableOf } from './answer_table.ts'
import type { FamilyCell } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import { PRIDE, SHARES } from './measures.ts'
import { asPlace, cellAt, decideOn, type Publication, type Publishing } from './publishing.ts'
import { cellOf, type Release, type ReleasePlace, type ShownCell } from './release_cells.ts'
import type { Tally } from './tally.ts'

/** The levels of a distribution: all or none of a place, and only where the shares made of them are shown. */
export function publishLevels(release: Publishing, pool: AnswerPool, now: Publication): Publication {
  const fixed = [...release.shown, ...now.cells.filter(({ shown }) => shown)].filter(
    (cell) => isShare(cell) || isFirstLevel(cell),
  )
  const table = tableOf([...fixed.map(asPlace), ...release.places], pool, LEVELS)
  const at = (i: number) => fixed.length + i
  const cells: FamilyCell[] = [
    ...fixed.map((cell, place) => ({ place, fixed: true, weight: 0, cuts: cutsOfShown(cell) })),
    ...release.places.map((_, i) => cellAt(LEVELS, table, PRIDE.key, at(i))),
  ]
  const isBothShown = ({ breakdown, slice, span }: ReleasePlace) =>
    fixed.filter((one) => isShare(one) && one.breakdown === breakdown && one.slice === slice && one.span === span)
      .length === 2
  const candidates = release.places.flatMap((place, i) => (isBothShown(place) ? [at(i)] : []))
  const decided = decideOn(release, LEVELS, { units: table.units, cells }, candidates)
  const tallyIf = (i: number) => (decided.shown[at(i)] ? table.tally(at(i)) : null)

  return { ...decided, cells: release.places.flatMap((place, i) => levelCells(release, place, tallyIf(i))) }
}

/**
 * Of slices, as they were shown before, where contacts stand in them that are looked at now: slices and months cross, and not everything
 * that leaves the shares as they are could leave these. Levels by month alone tell no shares: whatever the shares are, they fit.
 */
export function levelsBefore({ shown }: Pick<Release, 'shown'>, pool: AnswerPool): ShownCell[] {
  const before = shown.filter((cell) => isFirstLevel(cell) && cell.breakdown !== 'all')
  const table = tableOf(before.map(asPlace), pool, LEVELS)

  return before.filter((_, place) => table.weight(place) > 0)
}

/** The shares as they are made of the levels. */
export function amongLevels(shares: MeasureFamily): MeasureFamily {
  const { kinds, kindOf } = LEVELS

  return { ...shares, kinds, kindOf, cuts: shares.measures.map(({ counts }) => [levelsIn(counts)]) }
}

function levelCells(release: Release, place: ReleasePlace, tally: Tally | null) {
  return PRIDE.counts.map((level) => cellOf(release, place, { measure: { ...PRIDE, counts: [level] }, level, tally }))
}

const levelsIn = (answers: readonly string[]) =>
  answers.reduce((bits, answer) => bits | (1 << PRIDE.among.indexOf(answer)), 0)

const LEVELS: MeasureFamily = {
  ...{ question: PRIDE.question, measures: [PRIDE], ofAssignments: false, kinds: PRIDE.among.length },
  kindOf: (answer = '') => PRIDE.among.indexOf(answer),
  says: (answer) => [{ question: PRIDE.question, answer }],
  ...{ cuts: [PRIDE.among.map((answer) => levelsIn([answer]))], among: null, values: null },
}

export const LEVEL_CUTS = LEVELS.cuts[0] ?? []

/** The measures made of the levels. */
const MADE_OF_LEVELS = SHARES.filter(({ question }) => question === PRIDE.question)

function isShare({ measure }: { measure: string }): boolean {
  return MADE_OF_LEVELS.some(({ key }) => key === measure)
}

/** All of a place are shown, or none. */
function isFirstLevel({ measure, level }: { measure: string; level: string }): boolean {
  return measure === PRIDE.key && level === PRIDE.counts[0]
}

function cutsOfShown({ measure }: { measure: string }): readonly number[] {
  const share = MADE_OF_LEVELS.find(({ key }) => key === measure)

  return share ? [levelsIn(share.counts)] : LEVEL_CUTS
}
