/**
 * Felt valued and the expectation gap speak of the same answers: whoever felt much less than expected did not feel valued, and whoever
 * felt much more did. So a figure of the one and a figure of the other can tell together what neither tells alone, and both are looked at
 * twice: the gaps as they could have been had everybody felt as valued as they did, and who felt valued as it could have been in each of
 * those. Whatever is the same in all of these ways is given away; ways that change both at once are left out, which hides more, not less.
 * Leads read how valued each leader felt, and no single prediction: so where few stand in the gaps they are looked at as by a lead, to
 * whom only those hide each other who felt the same. What a lead cannot work out, nobody can who knows less.
 */
import type { Answer } from '../reflections/counts.ts'
import type { Look } from './disclosure.ts'
import { lookForOthers } from './disclosure_audit.ts'
import { type Bounds, keyIn, type Limits } from './disclosure_bands.ts'
import { addedUp, type Cut, type Unit } from './disclosure_family.ts'
import { keeps, type Move } from './disclosure_moves.ts'
import type { Ways } from './disclosure_ways.ts'
import type { MeasureFamily } from './families.ts'
import { GAP, VALUED } from './measures.ts'

const QUESTION = 'felt'

/** Both at once, as one answer more. */
export function withFelt(answers: Answer[]): Answer[] {
  const answerTo = ({ question }: { question: string }) => answers.find((one) => one.question === question)?.answer
  const valued = answerTo(VALUED)

  return valued === undefined
    ? answers
    : [...answers, { question: QUESTION, answer: `${valued} ${answerTo(GAP) ?? ''}` }]
}

/** What a joint answer says to each of the two questions; without a prediction it says nothing of a gap. */
function saidIn(felt: string): Answer[] {
  const [valued = '', gap = ''] = felt.split(' ')

  return [
    { question: VALUED.question, answer: valued },
    ...(gap === '' ? [] : [{ question: GAP.question, answer: gap }]),
  ]
}

/** Who predicted is no answer, and everybody may know. */
export function isPredicted(felt: string | undefined): boolean {
  return felt !== undefined && !felt.endsWith(' ')
}

const GAPS = GAP.among.map(Number)
const NOT_VALUED = VALUED.among.filter((felt) => !isValued(felt))

interface Kind {
  felt: string
  gap: number
}

/** Both answers are from 1 to 5: whoever felt 2 was never two above what they expected. */
const KINDS: readonly Kind[] = VALUED.among.flatMap((felt) =>
  VALUED.among.map((expected) => ({ felt, gap: Number(felt) - Number(expected) })),
)

function canBe(felt: readonly string[], gap: number): boolean {
  return KINDS.some((kind) => felt.includes(kind.felt) && kind.gap === gap)
}

function isValued(felt: string): boolean {
  return VALUED.counts.includes(felt)
}

function kindOf(answer: string): number {
  const [felt = '', gap = ''] = answer.split(' ')

  return KINDS.findIndex((kind) => kind.felt === felt && kind.gap === Number(gap))
}

/** For a table of both; it is decided on one after the other. */
export const FELT: MeasureFamily = {
  ...{ question: QUESTION, measures: [VALUED, GAP], ofAssignments: false, kinds: KINDS.length, among: null },
  ...{ kindOf: (felt) => (felt === undefined ? null : kindOf(felt)), says: saidIn, cuts: [], values: null },
}

/** Who did not feel valued, and who did. */
export const AS_VALUED = { kinds: 2, among: null, values: null } as const
export const COUNT_VALUED: readonly Cut[] = [0b10]

export function unitsOfValued(units: readonly Unit[]): Unit[] {
  return units.map((unit) => ({
    places: unit.places,
    ...added(unit, 2, (kind) => (isValued(kind.felt) ? 1 : 0)),
  }))
}

/** How far from expected, of whom it could have been so far. */
export const AS_GAP = { kinds: GAPS.length, among: null, values: GAPS } as const
export const MEAN_GAP: readonly Cut[] = [1]

/**
 * In the first `places`. Where many stand, those who felt valued apart from those who did not: there is room enough, and looked at as
 * closely as by a lead, much would be hidden only because nothing was found in time that shows it to be safe.
 */
export function unitsOfGap(units: readonly Unit[], places: number): Unit[] {
  const asLeads = unitsBy(EACH_FELT, units, places)
  if (asLeads.length > FEW) return unitsBy(VALUED_OR_NOT, units, places)

  return toldApart(asLeads)
}

/** In one place alone, as leads see it. */
export function unitsForLeads(units: readonly Unit[], place: number): Unit[] {
  const there = units.filter(({ places }) => places.includes(place)).map((unit) => ({ ...unit, places: [place] }))

  return toldApart(unitsBy(EACH_FELT, there, place + 1))
}

function toldApart(units: readonly Unit[]): Unit[] {
  return units.map((unit) => ({ ...unit, apart: String(unit.may) }))
}

/** At twenty, three of forty small companies told a lead what one leader expected; at sixty, none of these three did. */
const FEW = 60
const EACH_FELT = VALUED.among.map((felt) => [felt])
const VALUED_OR_NOT = [NOT_VALUED, VALUED.counts]

function unitsBy(groups: readonly (readonly string[])[], units: readonly Unit[], places: number): Unit[] {
  return units
    .flatMap((unit) =>
      groups.map((felt) => ({
        places: unit.places.filter((place) => place < places),
        ...added(unit, GAPS.length, (kind) => (felt.includes(kind.felt) ? GAPS.indexOf(kind.gap) : null)),
        may: GAPS.reduce((bits, gap, i) => bits | (canBe(felt, gap) ? 1 << i : 0), 0),
      })),
    )
    .filter((unit) => unit.places.length > 0 && unit.counts.some((count) => count > 0))
}

function added(unit: Unit, kinds: number, kindOf: (kind: Kind) => number | null): Pick<Unit, 'counts' | 'leaders'> {
  const from = Array.from({ length: kinds }, (_, to) =>
    [...KINDS.keys()].filter((i) => kindOf(KINDS[i] as Kind) === to),
  )

  return {
    counts: from.map((some) => some.reduce((sum, i) => sum + (unit.counts[i] ?? 0), 0)),
    leaders: from.map((some) => [...new Set(some.flatMap((i) => unit.leaders[i] ?? []))]),
  }
}

/** The same, after ways were looked for in which those could have felt otherwise of whom all ways seen so far tell how they felt. */
export function widestLimitsOf(look: Look): Limits {
  const { audit, shown } = look
  const limits = limitsOf(look)
  const units = Map.groupBy(audit.view.units.keys(), (u) => keyIn(audit.view.units[u]?.places ?? [], limits.places))
  units.delete('')
  for (const [key, members] of units) if (isTold(limits, key)) lookForOthers(audit, shown, members, EITHER)

  return limitsOf(look)
}

function isTold({ bases }: Limits, key: string): boolean {
  return bases.every((base) => {
    const [least, most] = base.get(key) ?? [0, 1]

    return least === most
  })
}

/** What the gaps that are shown tell of who did not feel valued: in truth, and in each way they could have been, as far as it was seen. */
export function limitsOf({ audit: { view, ways }, shown }: Look): Limits {
  const places = new Set([...shown.cells].flatMap((i) => view.cells[i]?.place ?? []))
  const keys = view.units.map((unit) => keyIn(unit.places, places))
  const truth = Map.groupBy(view.units.keys(), (u) => keys[u] ?? '')
  truth.delete('')
  const counts = new Map(
    Array.from(truth, ([key, units]) => [
      key,
      addedUp(
        units.map((u) => view.units[u] as Unit),
        GAPS.length,
      ),
    ]),
  )
  const fitting = [...new Set([...shown.moves, ...ways.seen])].filter((move) =>
    [...shown.sums].every((sum) => keeps(move, sum)),
  )
  const inTruth = new Map(Array.from(counts, ([key, gaps]) => [key, boundsOf(gaps)]))

  return { places, bases: [inTruth, ...fitting.map((move) => boundsBy({ counts, inTruth, keys }, ways, move))] }
}

interface Truth {
  /** How often each gap came, by the places of the gaps somebody stands in. */
  counts: ReadonlyMap<string, readonly number[]>
  inTruth: ReadonlyMap<string, Bounds>
  /** The same places of each unit. */
  keys: readonly string[]
}

/** By the places of the gaps somebody stands in: so many did certainly not feel valued, and all but so many may not have. */
function boundsBy(
  { counts, inTruth, keys }: Truth,
  ways: Ways,
  { columns: { at, by } }: Move,
): Limits['bases'][number] {
  const otherwise = new Map<string, number[]>()
  for (const [i, column] of at.entries()) {
    const [unit, kind] = [Math.floor(column / (ways.kinds - 1)), column % (ways.kinds - 1)]
    const key = keys[unit] ?? ''
    const moved = otherwise.get(key) ?? [...(counts.get(key) ?? [])]
    moved[kind] = (moved[kind] ?? 0) + (by[i] as number)
    moved[ways.kinds - 1] = (moved[ways.kinds - 1] ?? 0) - (by[i] as number)
    otherwise.set(key, moved)
  }
  const moved = new Map(Array.from(otherwise, ([key, gaps]) => [key, boundsOf(gaps)]))

  return { get: (key) => (inTruth.has(key) ? (moved.get(key) ?? inTruth.get(key)) : undefined) }
}

function boundsOf(gaps: readonly number[]): Bounds {
  const sum = (counted: readonly boolean[]) => gaps.reduce((all, count, i) => all + (counted[i] ? count : 0), 0)

  return [sum(NEVER_VALUED), sum(PERHAPS_NOT)]
}

const NEVER_VALUED = GAPS.map((gap) => !canBe(VALUED.counts, gap))
const PERHAPS_NOT = GAPS.map((gap) => canBe(NOT_VALUED, gap))
const EITHER = [...GAPS.keys()].filter((i) => PERHAPS_NOT[i] && !NEVER_VALUED[i])
