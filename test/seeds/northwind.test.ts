import { describe, expect, it } from 'vitest'
import { CAST, DEPARTMENTS, LEADERS, OTHERS } from '../../seeds/cast.ts'
import { SPONTANEOUS } from '../../seeds/own_initiative.ts'
import { REMARKS } from '../../seeds/remarks.ts'
import { ERRANDS, scenarioFrom } from '../../seeds/scenarios.ts'
import { TELLINGS } from '../../seeds/tellings.ts'
import { WAYS_IN } from '../../seeds/touchpoints.ts'
import { scenarioComplaints } from '../../src/features/scenarios/scenario.ts'
import { FEWEST, MOST, readStatement, vagueWord } from '../../src/features/touchpoints/standard.ts'
import { readShares } from '../../src/features/touchpoints/traffic.ts'
import { checkText } from '../../src/lib/name_check.ts'
import { CAST as TESTED_CAST } from '../support/house.ts'

const people = [...LEADERS, ...OTHERS]
const tellings = Object.values(TELLINGS).flatMap((byOutcome) => Object.values(byOutcome).flat())
const remarks = Object.values(REMARKS).flatMap((lines) => Object.values(lines).flat() as string[])
const texts = tellings
  .flatMap(({ story, well, phrase, belief, why, unsaid }) =>
    [story, well, phrase, belief, why, unsaid].filter((text) => text !== undefined),
  )
  .concat(remarks)

describe('Northwind Energy', () => {
  it('has 24 leaders in 7 departments and 3 countries, one who joined and one more who left', () => {
    const there = LEADERS.filter(({ left }) => left === undefined)
    expect(there).toHaveLength(24)
    expect(new Set(there.flatMap(({ department }) => department || []))).toEqual(new Set(Object.values(DEPARTMENTS)))
    expect(Object.keys(DEPARTMENTS)).toHaveLength(7)
    expect(new Set(there.map(({ country }) => country)).size).toBe(3)
    expect(LEADERS.filter(({ joined }) => joined !== undefined)).toHaveLength(1)
    expect(LEADERS.filter(({ left }) => left !== undefined)).toHaveLength(1)
  })

  it('has the cast of the tests', () => {
    const cast = CAST.map(({ key, name }) => [key, name])
    expect(cast).toEqual(Object.entries(TESTED_CAST).map(([key, { name }]) => [key, name]))
    for (const [key, { roles }] of Object.entries(TESTED_CAST))
      expect(people.find(({ id }) => id === key)?.roles).toEqual(roles)
  })

  it('has 9 touchpoints of 6 channels, each with an owner and 3 to 5 standards one can see or hear', () => {
    expect(WAYS_IN).toHaveLength(9)
    expect(new Set(WAYS_IN.map(({ channel }) => channel)).size).toBe(6)
    for (const { standards, owner, hours, dayparts } of WAYS_IN) {
      expect(standards.length).toBeGreaterThanOrEqual(FEWEST)
      expect(standards.length).toBeLessThanOrEqual(MOST)
      expect(people.find(({ id }) => id === owner)?.roles).toContain('owner')
      for (const [statement] of standards) {
        expect(readStatement(statement)).toEqual({ value: statement })
        expect(vagueWord(statement)).toBeNull()
      }
      const percents = Object.entries(dayparts ?? {}).map(([daypart, share]) => [daypart, String(share * 100)])
      expect(readShares(Object.fromEntries(percents), hours)).not.toHaveProperty('complaints')
    }
  })

  it('has 30 scenarios a leader can be given, and none that stands in for somebody real', () => {
    expect(ERRANDS).toHaveLength(30)
    expect(new Set(ERRANDS.map(({ key }) => key)).size).toBe(30)
    const names = people.map(({ name }) => name)
    for (const errand of ERRANDS) {
      const scenario = scenarioFrom(errand, (key) => key)
      expect(scenarioComplaints(scenario.title, scenario)).toEqual({})
      for (const key of errand.touchpoints) expect(WAYS_IN.map((wayIn) => wayIn.key)).toContain(key)
      expect(names).not.toContain(errand.details.find(({ label }) => label === 'Name')?.value)
    }
  })
})

describe('what its leaders wrote', () => {
  it('is more than a year of stories, none of them twice', () => {
    expect(tellings.length).toBeGreaterThan(220)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('names nobody and gives no number away', () => {
    const known = { names: ['Northwind Energy', 'Northwind'], prepared: [] }
    const found = texts.flatMap((text) => checkText(text, known).map(({ kind, words }) => `${kind} ${words}: ${text}`))
    expect(found).toEqual([])
    const parts = people.flatMap(({ name }) => name.split(' '))
    expect(texts.filter((text) => parts.some((part) => new RegExp(`\\b${part}\\b`).test(text)))).toEqual([])
  })

  it('is set as it should be read', () => {
    expect(texts.filter((text) => /['"]| - |\.\.\.|\s{2}|^\s|\s$/.test(text))).toEqual([])
  })

  it('fits an errand of its touchpoint', () => {
    for (const [key, byOutcome] of Object.entries(TELLINGS)) {
      const errands = ERRANDS.filter(({ touchpoints }) => touchpoints.includes(key)).map((errand) => errand.key)
      for (const { on } of Object.values(byOutcome).flat()) if (on) expect(errands).toContain(on)
    }
  })

  it('can be told of every errand, and of contacts without one, however they go', () => {
    const spontaneous = SPONTANEOUS.map(([, touchpoint]) => [touchpoint, null] as const)
    const sent = ERRANDS.flatMap(({ key, touchpoints }) => touchpoints.map((touchpoint) => [touchpoint, key] as const))
    for (const [touchpoint, errand] of [...sent, ...spontaneous])
      for (const { goes, goesSince = {} } of WAYS_IN.filter(({ key }) => key === touchpoint))
        for (const outcome of Object.keys({ ...goes, ...goesSince })) {
          const all = TELLINGS[touchpoint]?.[outcome as keyof (typeof TELLINGS)[string]] ?? []
          const fitting = all.filter(({ on }) => on === undefined || on === errand)
          expect(fitting.length, `${touchpoint}, ${outcome}, ${errand}`).toBeGreaterThan(0)
        }
  })
})
