import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/features/reflections/fields.ts'
import type { Given } from '../../src/features/reflections/reflection.ts'
import { additionComplaint, CHOICE_NAMES, changedFields, revise } from '../../src/features/reflections/revision.ts'
import { Problem } from '../../src/lib/problem.ts'
import { anyGiven, nobodyReached, noraReached, phoneTerms } from './answers.ts'

describe('after handing in', () => {
  it('corrects a fact and revises a text', () => {
    const revised = revise([noraReached], { wait: 'over_10', story: 'Nine minutes for a shrug.' }, phoneTerms, true)

    expect(revised).toEqual({ ...noraReached, wait: 'over_10', story: 'Nine minutes for a shrug.' })
    expect(changedFields(noraReached, revised)).toEqual(['wait', 'story'])
  })

  it('leaves feelings and causes as they were handed in', () => {
    expect(CHOICE_NAMES).toEqual(['valued', 'acknowledged', 'pride', 'business', 'causes'])
    expect(() => revise([noraReached], { valued: 5 }, phoneTerms, true)).toThrow(/stands as you handed it in/)
    expect(() => revise([noraReached], { causes: [] }, phoneTerms, true)).toThrow(/stands as you handed it in/)
    expect(revise([noraReached], { valued: 2, causes: ['policy'] }, phoneTerms, true)).toEqual(noraReached)
  })

  it('checks a correction as a whole', () => {
    expect(() => revise([noraReached], { contactedOn: '2026-06-12' }, phoneTerms, true)).toThrow(/not come yet/)
    expect(() => revise([noraReached], { story: ' ' }, phoneTerms, true)).toThrow(/story/)
  })

  it('asks what a corrected fact makes apply, once', () => {
    const facts: Given = { reached: 'person', transfers: 0, repeated: 'no', addressed: 'yes', correct: 'yes' }

    expect(() => revise([nobodyReached], facts, phoneTerms, true)).toThrow(/has no answer yet/)
    const revised = revise([nobodyReached], { ...facts, acknowledged: 4 }, phoneTerms, true)

    expect(revised.acknowledged).toBe(4)
    expect(() => revise([nobodyReached, revised], { acknowledged: 1 }, phoneTerms, true)).toThrow(Problem)
  })

  it('brings a feeling back as it was when the fact that set it aside is corrected again', () => {
    const aside = revise([noraReached], { reached: 'gave_up' }, phoneTerms, true)
    const facts: Given = { reached: 'person', transfers: 1, repeated: 'yes', addressed: 'partly', correct: 'yes' }

    expect(aside.acknowledged).toBeNull()
    expect(() => revise([noraReached, aside], { ...facts, acknowledged: 5 }, phoneTerms, true)).toThrow(Problem)
    expect(revise([noraReached, aside], facts, phoneTerms, true)).toEqual(noraReached)
  })

  it('is closed with the month: additions only', () => {
    expect(() => revise([noraReached], { story: 'Later.' }, phoneTerms, false)).toThrow(/You can add a note/)
    expect(additionComplaint(' ')).not.toBeNull()
    expect(additionComplaint('They rang back in July.')).toBeNull()
  })

  it('never lets a choice become another one, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyGiven, { maxLength: 6 }), (changes) => {
        const versions: Answers[] = [noraReached]
        for (const change of changes) {
          const attempt = attempted(() => revise(versions, change, phoneTerms, true))
          const kept = attempt ?? attempted(() => revise(versions, withoutChoices(change), phoneTerms, true))
          if (kept) versions.push(kept)
        }
        for (const name of CHOICE_NAMES) {
          const given = new Set(
            versions.map((version) => JSON.stringify(version[name])).filter((text) => text !== 'null'),
          )
          expect(given.size).toBe(1)
        }
      }),
    )
  })
})

function withoutChoices(change: Given): Given {
  return Object.fromEntries(Object.entries(change).filter(([name]) => !(CHOICE_NAMES as string[]).includes(name)))
}

function attempted<T>(work: () => T): T | null {
  try {
    return work()
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}
