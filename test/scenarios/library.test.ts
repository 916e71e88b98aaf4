import { describe, expect, it } from 'vitest'
import { findInLibrary, LIBRARY } from '../../src/features/scenarios/library.ts'
import { LONGEST_TITLE, PURPOSES, scenarioComplaints } from '../../src/features/scenarios/scenario.ts'
import { CHANNELS } from '../../src/features/touchpoints/touchpoint.ts'

const words = LIBRARY.map((scenario) => ({
  ...scenario,
  all: [
    scenario.errand,
    scenario.coverStory,
    scenario.openingLine,
    scenario.ifAsked,
    scenario.never,
    scenario.afterwards,
  ],
}))

describe('the starter library', () => {
  it('has at least 36 scenarios, each complete enough to be given to a leader', () => {
    expect(LIBRARY.length).toBeGreaterThanOrEqual(36)
    for (const scenario of LIBRARY) expect(scenarioComplaints(scenario.title, { ...scenario, details: [] })).toEqual({})
  })

  it('has an errand for every purpose on every channel', () => {
    for (const channel of CHANNELS) {
      for (const purpose of PURPOSES) {
        const found = LIBRARY.filter((scenario) => scenario.purpose === purpose && scenario.channels.includes(channel))
        expect(found, `${purpose} by ${channel}`).not.toEqual([])
      }
    }
  })

  it('names each scenario once, in a title that fits the rotation', () => {
    expect(new Set(LIBRARY.map(({ key }) => key)).size).toBe(LIBRARY.length)
    expect(new Set(LIBRARY.map(({ title }) => title.toLowerCase())).size).toBe(LIBRARY.length)
    for (const { title } of LIBRARY) expect(title.length).toBeLessThanOrEqual(LONGEST_TITLE)
  })

  it('says on every errand what never to do and what to do afterwards', () => {
    for (const { never, afterwards } of LIBRARY) {
      expect(never).toMatch(/^Never /)
      expect(afterwards).toMatch(/\.$/)
    }
  })

  it('asks for a prepared customer wherever the story needs one', () => {
    for (const { all, prepare, key } of words) {
      if (prepare.length === 0)
        expect(all.join(' '), key).not.toMatch(/: the prepared (details|one|choice)(\.|,|;| )(?!if there)/)
    }
  })

  it('lets nobody invent a number, record, or name a colleague', () => {
    for (const { all } of words) {
      expect(all.join(' ')).not.toMatch(/\b(make up|invent) (a|any|your) (number|account|date of birth)\b(?<!Never .*)/)
      expect(all.join(' ')).not.toMatch(/\brecord (the|this|it)\b|her name|his name was/)
    }
  })

  it('is written with curly marks and real dashes', () => {
    for (const { all } of words) expect(all.join(' ')).not.toMatch(/['"]| - /)
  })

  it('is found by key', () => {
    expect(findInLibrary('bill_doubled')?.title).toBe('Bill has doubled')
    expect(findInLibrary('nothing')).toBeUndefined()
  })
})
