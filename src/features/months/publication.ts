/** What a closing publishes: every cell of the new places, shown or withheld, measure family by measure family. */
import { type Answer, answersOf, standardQuestion } from '../reflections/counts.ts'
import { type AnswerPool, poolOf } from './answer_pool.ts'
import { tableOf } from './answer_table.ts'
import type { FamilyCell } from './disclosure_family.ts'
import { familiesOf, type MeasureFamily } from './families.ts'
import { withFelt } from './felt.ts'
import { PRIDE, TOOK_PART } from './measures.ts'
import { publishFelt } from './publish_felt.ts'
import { amongLevels, LEVEL_CUTS, levelsBefore, publishLevels } from './publish_levels.ts'
import { asPlace, cellAt, cutsOf, decideOn, isDear, joined, type Publication, type Publishing } from './publishing.ts'
import { cellOf, type Release, type ReleasePlace, type ShownCell, type Standard } from './release_cells.ts'

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

function publishFamily(release: Publishing, given: MeasureFamily, pool: AnswerPool): Publication {
  const standard = release.standards.find(({ id }) => given.question === standardQuestion(id))
  const places = placesFor(release, standard)
  const { family, before } = withBefore(release, given, { standard, pool })
  const table = tableOf([...before.map(({ cell }) => asPlace(cell)), ...places], pool, family)
  const rows = places.flatMap((place, i) =>
    family.measures.map((measure) => ({ measure, place, at: before.length + i })),
  )
  const cells: FamilyCell[] = [
    ...before.map(({ cuts }, place) => ({ place, cuts, weight: 0, fixed: true })),
    ...rows.map((row) => ({ ...cellAt(family, table, row.measure.key, row.at), dear: isDear(release, row) })),
  ]
  const mayStand = ({ fixed, place }: FamilyCell) => !fixed && table.mayStand(place, release.enough)
  const candidates = cells.flatMap((cell, i) => (mayStand(cell) ? [i] : []))
  const decided = decideOn(release, family, { units: table.units, cells }, candidates)
  const tallyIf = (i: number, at: number) => (decided.shown[before.length + i] ? table.tally(at) : null)

  return {
    ...decided,
    cells: rows.map(({ measure, place, at }, i) =>
      cellOf(release, place, { measure, standard, tally: tallyIf(i, at) }),
    ),
  }
}

/** What was shown before of the same measures, and of the levels some of them are made of. */
function withBefore(
  release: Publishing,
  family: MeasureFamily,
  { standard, pool }: { standard: Standard | undefined; pool: AnswerPool },
) {
  const keys = family.measures.map(({ key }) => key)
  const isSame = ({ level, measure }: ShownCell) => level === (standard?.id ?? '') && keys.includes(measure)
  const levels = family.question === PRIDE.question ? levelsBefore(release, pool) : []
  const asked = levels.length > 0 ? amongLevels(family) : family
  const before = release.shown.filter(isSame).map((cell) => ({ cell, cuts: cutsOf(asked, cell.measure) }))

  return { family: asked, before: [...before, ...levels.map((cell) => ({ cell, cuts: LEVEL_CUTS }))] }
}

/** A standard stands at one way in, so it is shared by quarter only. */
function placesFor({ places }: Release, standard: Standard | undefined): ReleasePlace[] {
  return places.filter(
    ({ breakdown, slice }) => !standard || (breakdown === 'touchpoint' && slice === standard.touchpointId),
  )
}
