/** What a closing publishes: every cell of the new places, shown or withheld, measure family by measure family. */
import { addMonths } from '../../lib/periods.ts'
import { type Answer, answersOf, standardQuestion } from '../reflections/counts.ts'
import { type AnswerPool, poolOf } from './answer_pool.ts'
import { type AnswerTable, tableOf } from './answer_table.ts'
import type { Place } from './closing.ts'
import { type Decision, decide } from './disclosure.ts'
import type { Family, FamilyCell } from './disclosure_family.ts'
import { familiesOf, type MeasureFamily } from './families.ts'
import { PRIDE, SHARES, TOOK_PART } from './measures.ts'
import { cellOf, type Release, type ReleasePlace, type ShownCell, type Standard } from './release_cells.ts'
import type { Tally } from './tally.ts'

export interface Publication {
  cells: ReturnType<typeof cellOf>[]
  hidden: number
  hiddenAtLeast: number
}

/** Steps the search over a family may take; beyond them more is withheld. */
interface Publishing extends Release {
  steps: number
}

/** Some seconds of a thread nobody waits for. */
const STEPS = 400_000_000

export function publicationOf(release: Release): Publication {
  return joined(partsOf({ ...release, steps: STEPS }).map((publish) => publish()))
}

/** A part for each measure family: what one of them withholds has nothing to do with the others. */
export function partsOf(release: Publishing): (() => Publication)[] {
  const answered = poolOf(eachWith(release.contacts, answersOf))
  const assigned = poolOf(
    eachWith(release.assignments, ({ reflected }) => [
      { question: TOOK_PART.question, answer: reflected ? 'yes' : 'no' },
    ]),
  )

  return familiesOf(release.standards).map((family) => () => {
    const published = publishFamily(release, family, family.ofAssignments ? assigned : answered)

    return family.question === PRIDE.question
      ? joined([published, publishLevels(release, answered, published)])
      : published
  })
}

export function joined(parts: readonly Publication[]): Publication {
  return {
    cells: parts.flatMap(({ cells }) => cells),
    hidden: parts.reduce((sum, { hidden }) => sum + hidden, 0),
    hiddenAtLeast: parts.reduce((sum, { hiddenAtLeast }) => sum + hiddenAtLeast, 0),
  }
}

/** One after the other, so that only one has its answers spread out at a time. */
function* eachWith<Each>(all: Iterable<Each>, answers: (one: Each) => Answer[]): Generator<readonly [Each, Answer[]]> {
  for (const one of all) yield [one, answers(one)]
}

function publishFamily(release: Publishing, family: MeasureFamily, pool: AnswerPool): Publication {
  const standard = release.standards.find(({ id }) => family.question === standardQuestion(id))
  const [keys, places] = [family.measures.map(({ key }) => key), placesFor(release, standard)]
  const before = release.shown.filter(({ level, measure }) => level === (standard?.id ?? '') && keys.includes(measure))
  const table = tableOf([...before.map(asPlace), ...places], pool, family)
  const cells: FamilyCell[] = [
    ...before.map((cell, place) => cellFor(family, cell.measure, { place, weight: 0, fixed: true })),
    ...places.flatMap((place, i) =>
      keys.map((key) => ({
        ...cellAt(family, table, key, before.length + i),
        dear: key === release.primaryMeasure && place.breakdown === 'all',
      })),
    ),
  ]
  const mayStand = ({ fixed, place }: FamilyCell) => !fixed && table.mayStand(place, release.enough)
  const candidates = cells.flatMap((cell, i) => (mayStand(cell) ? [i] : []))
  const decided = decideOn(release, { ...disclosed(family), units: table.units, cells }, candidates)
  const tallyIf = (cell: number) => (decided.shown[cell] ? table.tally(cells[cell]?.place ?? 0) : null)
  const rowOf = (place: ReleasePlace, i: number) =>
    family.measures.map((measure, m) =>
      cellOf(release, place, { measure, standard, tally: tallyIf(before.length + i * keys.length + m) }),
    )

  return { ...decided, cells: places.flatMap(rowOf) }
}

/** A standard stands at one way in, so it is shared by quarter only. */
function placesFor({ places }: Release, standard: Standard | undefined): ReleasePlace[] {
  return places.filter(
    ({ breakdown, slice }) => !standard || (breakdown === 'touchpoint' && slice === standard.touchpointId),
  )
}

function decideOn({ enough, steps }: Publishing, family: Family, candidates: readonly number[]): Decision {
  return decide(family, candidates, { enough, steps: { left: steps } })
}

function disclosed({ kinds, among, values }: MeasureFamily) {
  return { kinds, among, values }
}

/** The levels of a distribution: all or none of a place, and only where the shares made of them are shown. */
function publishLevels(release: Publishing, pool: AnswerPool, now: Publication): Publication {
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
  const decided = decideOn(release, { ...disclosed(LEVELS), units: table.units, cells }, candidates)
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
  ...{ cuts: [PRIDE.among.map((answer) => levelsIn([answer]))], among: null, values: null, tells: [] },
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

function asPlace({ breakdown, slice, firstMonth, lastMonth }: ShownCell): Place {
  const months = [firstMonth]
  while ((months.at(-1) ?? lastMonth) < lastMonth) months.push(addMonths(months.at(-1) ?? lastMonth, 1))

  return { breakdown, slice, months }
}

function cellAt(family: MeasureFamily, { weight }: AnswerTable, key: string, place: number): FamilyCell {
  return cellFor(family, key, { place, weight: weight(place), fixed: false })
}

function cellFor({ measures, cuts }: MeasureFamily, key: string, cell: Omit<FamilyCell, 'cuts'>): FamilyCell {
  return { ...cell, cuts: cuts[measures.findIndex((measure) => measure.key === key)] ?? [] }
}
