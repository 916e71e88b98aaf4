import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answersOf,
  type Countable,
  type CountChange,
  countChanges,
  isCounted,
} from '../../src/features/reflections/counts.ts'
import { countable, countables } from '../support/countable.ts'

type Counts = Map<string, number>

function apply(counts: Counts, changes: CountChange[]): Counts {
  for (const { month, breakdown, slice, question, answer, contacts } of changes) {
    const key = [month, breakdown, slice, question, answer].join(' ')
    const sum = (counts.get(key) ?? 0) + contacts
    if (sum === 0) counts.delete(key)
    else counts.set(key, sum)
  }

  return counts
}

function recount(reflections: Countable[]): Counts {
  const counts: Counts = new Map()
  for (const reflection of reflections) apply(counts, countChanges(null, reflection))

  return counts
}

describe('the counts of answers', () => {
  it('kept up correction by correction are those of a recount', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 4 }), fc.option(countables))), (steps) => {
        const stand: (Countable | null)[] = [null, null, null, null, null]
        const counts: Counts = new Map()
        for (const [place, next] of steps) {
          apply(counts, countChanges(stand[place] ?? null, next))
          stand[place] = next
        }
        expect(counts).toEqual(recount(stand.filter((each) => each !== null)))
      }),
    )
  })

  it('change nothing when nothing changed', () => {
    fc.assert(
      fc.property(countables, (reflection) => {
        expect(countChanges(reflection, reflection)).toEqual([])
      }),
    )
  })

  it('leave a reflection again when its cover turns out to have been blown', () => {
    const handedIn = countable()
    const corrected = countable({ cover: 'blown' })
    const counts = apply(recount([handedIn]), countChanges(handedIn, corrected))
    expect(counts.size).toBe(0)
  })

  it('add up to the same in every breakdown', () => {
    fc.assert(
      fc.property(fc.array(countables), (reflections) => {
        const changes = reflections.flatMap((each) => countChanges(null, each))
        const valued = (breakdown: string) =>
          changes.filter((each) => each.breakdown === breakdown && each.question === 'valued').length
        const counted = reflections.filter(isCounted).length
        expect(['all', 'program', 'touchpoint', 'scenario'].map(valued)).toEqual([counted, counted, counted, counted])
      }),
    )
  })

  it('name leaders only to tell how many of them predicted', () => {
    const named = countChanges(null, countable({ leaderId: 'nora' })).filter(({ answer }) => answer === 'nora')
    expect(named).toEqual([
      { month: '2026-06', breakdown: 'all', slice: '', question: 'predicted_by', answer: 'nora', contacts: 1 },
    ])
    expect(countChanges(null, countable({ predictedValued: null })).some(({ answer }) => answer === 'nora')).toBe(false)
  })
})

it('leaves out what was not asked', () => {
  const questions = answersOf(countable({ correct: null, acknowledged: null, predictedValued: null })).map(
    ({ question }) => question,
  )
  expect(questions).not.toContain('quadrant')
  expect(questions).not.toContain('gap')
  expect(questions).toContain('valued')
})
