/** The levels of a distribution, beside the shares made of them. */
import type { AnswerPool } from './answer_pool.ts'
import { tableOf } from './answer_table.ts'
import type { FamilyCell } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import { PRIDE, SHARES } from './measures.ts'
import { asPlace, cellAt, decideOn, type Publication, type Publishing } from './publishing.ts'
import { cellOf, type Release, type ReleasePlace } from './release_cells.ts'
import type { Tally } from './tally.ts'

/** The levels of a distribution: all or none of a place, and only where the shares made of them are shown. */
export function publishLevels(release: Publishing, pool: AnswerPool, now: Publication): Publication {
  const fixed = [...release.shown, ...now.cells.filter(({ shown }) => shown)].filter(
    (cell) => isShare(cell) || (cell.measure === PRIDE.key && cell.level === PRIDE.counts[0]),
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

/** The measures made of the levels. */
const MADE_OF_LEVELS = SHARES.filter(({ question }) => question === PRIDE.question)

function isShare({ measure }: { measure: string }): boolean {
  return MADE_OF_LEVELS.some(({ key }) => key === measure)
}

function cutsOfShown({ measure }: { measure: string }): readonly number[] {
  const share = MADE_OF_LEVELS.find(({ key }) => key === measure)

  return share ? [levelsIn(share.counts)] : (LEVELS.cuts[0] ?? [])
}
