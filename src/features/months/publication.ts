/** What a closing publishes: every cell of the new places, shown or withheld, measure family by measure family. */
import { type Answer, answersOf, standardQuestion } from '../reflections/counts.ts'
import { type AnswerPool, poolOf } from './answer_pool.ts'
import { tableOf } from './answer_table.ts'
import type { FamilyCell } from './disclosure_family.ts'
import { familiesOf, type MeasureFamily } from './families.ts'
import { withFelt } from './felt.ts'
import { PRIDE, TOOK_PART } from './measures.ts'
import { publishFelt } from './publish_felt.ts'
import { publishLevels } from './publish_levels.ts'
import { asPlace, cellAt, cellFor, decideOn, joined, type Publication, type Publishing } from './publishing.ts'
import { cellOf, type Release, type ReleasePlace, type Standard } from './release_cells.ts'

/** Some seconds of a thread nobody waits for. */
const STEPS = 400_000_000

export function publicationOf(release: Release): Publication {
  return joined(partsOf({ ...release, steps: STEPS }).map((publish) => publish()))
}

/** A part for each measure family: what one of them withholds has nothing to do with the others. */
export function partsOf(release: Publishing): (() => Publication)[] {
  const answered = poolOf(eachWith(release.contacts, (contact) => withFelt(answersOf(contact))))
  const assigned = poolOf(
    eachWith(release.assignments, ({ reflected }) => [
      { question: TOOK_PART.question, answer: reflected ? 'yes' : 'no' },
    ]),
  )

  return [
    () => publishFelt(release, answered),
    ...familiesOf(release.standards).map((family) => () => {
      const published = publishFamily(release, family, family.ofAssignments ? assigned : answered)

      return family.question === PRIDE.question
        ? joined([published, publishLevels(release, answered, published)])
        : published
    }),
  ]
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
  const decided = decideOn(release, family, { units: table.units, cells }, candidates)
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
