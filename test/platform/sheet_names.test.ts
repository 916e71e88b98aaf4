import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetsOf } from '../../src/platform/files/sheet_tables.ts'
import { quarterReport } from '../support/quarter_report.ts'

function namesOf(...titles: string[]): string[] {
  const report = quarterReport({ sections: titles.map((title) => ({ title, blocks: [] })) })

  return sheetsOf(report).map(({ name }) => name)
}

describe('the names of the sheets of a workbook', () => {
  it('are the titles of their sections, where Excel has room for them', () => {
    const titles = ['Expectation beside experience', 'Follow-ups and their re-tests', 'Who took part']
    expect(namesOf(...titles)).toEqual(['About', ...titles, 'Figures'])
  })

  it('tell two sections of one title, or of one beginning, apart', () => {
    const long = 'What leaders heard in the second quarter'
    expect(namesOf(long, `${long}, again`, long).slice(1, -1)).toEqual([
      'What leaders heard in the secon',
      'What leaders heard in the sec 2',
      'What leaders heard in the sec 3',
    ])
  })

  it('keep Excel’s rules, whatever a title is', () => {
    const letters = fc.constantFrom('a', 'B', ' ', "'", ':', '/', '\\', '[', '?', '👋', 'é', '\n', '\ud83d')
    const title = fc.oneof(fc.string({ unit: letters, maxLength: 40 }), fc.constantFrom('History', 'Figures', 'About'))
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 8 }), (titles) => {
        const names = namesOf(...titles).map((name) => name.toLowerCase())
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) {
          expect(name).toMatch(/^[^:\\/?*[\]\n]{1,31}$/)
          expect(name).not.toMatch(/^'|'$|^history$/)
          expect(name.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
