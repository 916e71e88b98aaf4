import { describe, expect, it } from 'vitest'
import { LIBRARY } from '../../src/features/scenarios/library.ts'
import { namingRemarks } from '../../src/features/scenarios/naming.ts'
import type { ScenarioWords } from '../../src/features/scenarios/scenario.ts'
import { scenarioVersions } from '../../src/platform/db/tables.ts'
import { openDemo } from '../support/demo.ts'
import { setUpErrands } from '../support/errands.ts'
import { openHouse } from '../support/house.ts'

const COMPANY = { names: ['Northwind Energy', 'Billing line'], people: ['Nora Lindqvist', 'nora@northwind.example'] }
const WORDS: ScenarioWords = {
  errand: 'Ring the billing line about a bill that doubled.',
  coverStory: 'Your May bill is £212. April’s was £104. Nothing has changed at home.',
  openingLine: 'My bill has doubled, and I would like to know why.',
  ifAsked: 'Your account is among the prepared details.',
  never: 'Never agree to pay.',
  afterwards: 'Close the ticket they open.',
  details: [{ label: 'Account', value: '7714 208 336' }],
}
const remarks = (differs: Partial<ScenarioWords>, sees = true) => namingRemarks({ ...WORDS, ...differs }, COMPANY, sees)

describe('a scenario', () => {
  it('is warned of names and numbers in its texts, and of details told there', () => {
    expect(remarks({})).toEqual([])
    expect(remarks({ ifAsked: 'Ask for Sarah Whitcombe on 0808 157 0342.' })).toMatchObject([
      expect.stringContaining('“Sarah Whitcombe” in “What to say if asked”: this looks like somebody’s name.'),
      expect.stringContaining('“0808 157 0342”'),
    ])
    expect(remarks({ openingLine: 'It is account 7714 208 336.' })).toMatchObject([
      expect.stringContaining('is a prepared detail'),
    ])
    expect(remarks({ coverStory: 'The Billing line of Northwind Energy called you.' })).toEqual([])
  })

  it('is warned of a test customer who has an account here', () => {
    const details = [{ label: 'Name', value: 'nora lindqvist' }]
    expect(remarks({ details })).toMatchObject([expect.stringContaining('Prepare somebody invented.')])
    expect(remarks({ details }, false)).toEqual([])
  })

  it('of the starter library and of the demo gives no false alarm', async () => {
    const alarms = LIBRARY.flatMap((one) => namingRemarks({ ...one, details: [] }, COMPANY, true))
    const demo = await openDemo()
    const written = demo.db.select().from(scenarioVersions).all()
    expect(written.length).toBeGreaterThan(20)
    expect(alarms).toEqual([])
    // One line in German is too short to be told from English.
    const told = written.flatMap((words) => namingRemarks(words, COMPANY, true))
    expect(told.filter((remark) => !remark.includes('“Abschlag”'))).toEqual([])
  })

  it('is saved all the same: the lead reads the warning on its page, an admin nothing of the details', async () => {
    const house = await openHouse()
    setUpErrands(house)
    house.db.update(scenarioVersions).set({ coverStory: 'You are Karin Holm. Say 7714 208 336.' }).run()
    const page = (await house.get('maud', '/scenarios/double')).body
    expect(page).toContain('“Karin Holm” in “Cover story”')
    expect(page).toContain('is a prepared detail')
    expect((await house.get('alva', '/scenarios/double')).body).not.toContain('is a prepared detail')
  })
})
