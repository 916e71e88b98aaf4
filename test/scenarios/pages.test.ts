import { beforeEach, describe, expect, it } from 'vitest'
import { addScenario, type ScenarioDetails } from '../../src/features/scenarios/actions.ts'
import { getScenario, getVersion, listScenarios, listVersions } from '../../src/features/scenarios/store.ts'
import { retireTouchpoint } from '../../src/features/touchpoints/actions.ts'
import { listEntries } from '../support/audit.ts'
import { addBillingLine } from '../support/billing_line.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let line: string
beforeEach(async () => {
  house = await openHouse()
  line = addBillingLine(house)
})

const WORDS = {
  errand: 'Ask why a bill has doubled.',
  coverStory: 'Your bill has doubled.\nNothing at home has changed.',
  openingLine: 'My bill has doubled. Why?',
  ifAsked: 'The prepared details.',
  never: 'Never pay.',
  afterwards: 'Nothing to cancel.',
}
const DETAILS = { detailLabel: ['Name', 'Account', ''], detailValue: ['Karin Holm', '7714 208 336', ''] }
const typed = () => ({
  title: 'Bill has doubled',
  purpose: 'went_wrong',
  languages: ['en'],
  touchpointIds: [line],
  ...WORDS,
  ...DETAILS,
})
const bill = (change: Partial<ScenarioDetails> = {}) =>
  addScenario(house.as('maud'), {
    title: 'Bill has doubled',
    purpose: 'went_wrong',
    languages: ['en'],
    touchpointIds: [line],
    ...WORDS,
    details: [{ label: 'Name', value: 'Karin Holm' }],
    ...change,
  })

describe('the scenarios', () => {
  it('are listed by purpose, and for one touchpoint', async () => {
    bill()
    bill({ title: 'One honest price', purpose: 'buy', touchpointIds: [] })
    const all = (await house.get('maud', '/scenarios')).body
    expect(all.indexOf('One honest price')).toBeLessThan(all.indexOf('Something went wrong'))
    expect(all.indexOf('Something went wrong')).toBeLessThan(all.indexOf('Bill has doubled'))
    const here = (await house.get('maud', `/scenarios?touchpoint=${line}`)).body
    expect(here).toContain('One scenario for Billing line.')
    expect(here).not.toContain('One honest price')
  })

  it('are for leads and admins only', async () => {
    const id = bill()
    for (const who of ['nora', 'otto', 'rhea'] as const)
      for (const url of ['/scenarios', `/scenarios/${id}`, '/scenarios/library'])
        expect((await house.get(who, url)).statusCode).toBe(403)
  })

  it('show prepared details to leads, not to admins', async () => {
    const id = bill()
    for (const url of [`/scenarios/${id}`, `/scenarios/${id}/versions/1`, `/scenarios/${id}/change`]) {
      expect((await house.get('maud', url)).body).toContain('Karin Holm')
      expect((await house.get('alva', url)).body).not.toContain('Karin Holm')
    }
  })
})

describe('adding a scenario', () => {
  it('keeps its words as the first version', async () => {
    const answer = await house.post('maud', '/scenarios', typed())
    expect(answer.statusCode).toBe(303)
    const [scenario] = listScenarios(house.as())
    expect(scenario).toMatchObject({ title: 'Bill has doubled', version: 1, touchpointIds: [line] })
    expect(scenario?.words).toMatchObject({
      ...WORDS,
      number: 1,
      details: [
        { label: 'Name', value: 'Karin Holm' },
        { label: 'Account', value: '7714 208 336' },
      ],
    })
    expect(listEntries(house).filter(({ subject }) => subject === 'scenario')).toMatchObject([
      { action: 'added', detail: { title: 'Bill has doubled' } },
    ])
  })

  it('keeps every typed word, each complaint beside its field', async () => {
    const answer = await house.post('maud', '/scenarios', {
      ...typed(),
      title: 'Much too long a title for it',
      never: '',
      detailLabel: ['Name', '', ''],
      detailValue: ['', '', ''],
    })
    expect(answer.statusCode).toBe(422)
    for (const words of [
      'Keep the title to 21 letters',
      'Say what the leader must never do',
      '“Name” stands alone',
      'Much too long a title for it',
      'Nothing at home has changed.',
    ])
      expect(answer.body).toContain(words)
    expect(listScenarios(house.as())).toEqual([])
  })

  it('works once: a double click leads to the one that was added', async () => {
    const [first, second] = [
      await house.post('maud', '/scenarios', typed()),
      await house.post('maud', '/scenarios', typed()),
    ]
    expect(second.headers.location).toBe(first.headers.location)
    expect(listScenarios(house.as())).toHaveLength(1)
  })

  it('refuses a title that is taken, and touchpoints that are not there or retired', async () => {
    bill()
    const taken = await house.post('maud', '/scenarios', {
      ...typed(),
      title: 'BILL has doubled',
      never: 'Never sign.',
    })
    expect([taken.statusCode, taken.body]).toEqual([
      422,
      expect.stringContaining('There is already a scenario with this title.'),
    ])
    retireTouchpoint(house.as('maud'), line)
    const retired = await house.post('maud', '/scenarios', { ...typed(), title: 'Another' })
    expect([retired.statusCode, retired.body]).toEqual([
      422,
      expect.stringContaining('Choose from the touchpoints shown.'),
    ])
  })

  it.each([
    { purpose: 'spy' },
    { languages: 'klingon' },
    { languages: [] },
    { title: ['a', 'b'] },
    { coverStory: 'x'.repeat(50_000) },
    { never: 'a\0b' },
  ])('answers bad input with sentences: %.60j', async (wrong) => {
    expect((await house.post('maud', '/scenarios', { ...typed(), ...wrong })).statusCode).toBe(422)
  })
})

describe('the starter library', () => {
  it('is shown by channel and purpose, each scenario with what to prepare', async () => {
    expect((await house.get('maud', '/scenarios/library')).body).toContain('Bill has doubled')
    const shop = (await house.get('maud', '/scenarios/library?channel=shop')).body
    expect(shop).toContain('First visit')
    expect(shop).not.toContain('Bill has doubled')
    expect((await house.get('maud', '/scenarios/library/bill_doubled')).body).toContain(
      'Prepare beforehand: Name, Address',
    )
    expect((await house.get('maud', '/scenarios/library/nothing')).statusCode).toBe(404)
  })

  it('fills the form of a copy, the fitting touchpoints ticked', async () => {
    const page = await house.get('maud', '/scenarios/new?from=bill_doubled')
    expect(page.body).toContain('value="Bill has doubled"')
    expect(page.body).toContain(`value="${line}" checked`)
    expect(page.body).toContain('This errand needs: name, address, account number and the two bills.')
  })
})

describe('changing a scenario', () => {
  it('makes a new version; whoever was given the old words keeps them', async () => {
    const id = bill()
    const answer = await house.post('maud', `/scenarios/${id}`, { ...typed(), never: 'Never sign.', version: '1' })
    expect(answer.statusCode).toBe(303)
    expect(getScenario(house.as(), id)).toMatchObject({ version: 2, words: { number: 2, never: 'Never sign.' } })
    expect(getVersion(house.as(), id, 1)).toMatchObject({ number: 1, never: 'Never pay.' })
    const page = await house.get('maud', `/scenarios/${id}`)
    expect(page.body).toContain('what never to do and prepared details')
    expect((await house.get('maud', `/scenarios/${id}/versions/1`)).body).toContain('Never pay.')
    expect((await house.get('maud', `/scenarios/${id}/versions/3`)).statusCode).toBe(404)
  })

  it('makes no version when nothing changes or the form comes twice', async () => {
    const id = bill()
    const change = { ...typed(), never: 'Never sign.', version: '1' }
    await house.post('maud', `/scenarios/${id}`, change)
    expect((await house.post('maud', `/scenarios/${id}`, change)).statusCode).toBe(303)
    expect(listVersions(house.as(), id)).toHaveLength(2)
  })

  it('shows both texts when somebody else was faster', async () => {
    const id = bill()
    await house.post('maud', `/scenarios/${id}`, { ...typed(), never: 'Never sign.', version: '1' })
    const stale = await house.post('maud', `/scenarios/${id}`, { ...typed(), never: 'Never shout.', version: '1' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('Never shout.</textarea>')
    expect(stale.body).toContain('<dd>Never sign.</dd>')
    expect(stale.body).toContain('name="version" value="2"')
  })

  it('leaves the prepared details alone when an admin saves, whatever the form claims', async () => {
    const id = bill()
    await house.post('alva', `/scenarios/${id}`, { ...typed(), never: 'Never sign.', version: '1' })
    expect(getScenario(house.as(), id).words).toMatchObject({
      never: 'Never sign.',
      details: [{ label: 'Name', value: 'Karin Holm' }],
    })
  })
})

describe('retiring a scenario', () => {
  it('asks first, keeps its history and can be undone; twice is once', async () => {
    const id = bill()
    expect((await house.get('maud', `/scenarios/${id}/retirement`)).body).toContain('Retire “Bill has doubled”?')
    expect((await house.get('maud', '/scenarios')).body).not.toContain('retired=yes')
    await house.post('maud', `/scenarios/${id}/retirement`)
    await house.post('maud', `/scenarios/${id}/retirement`)
    const without = (await house.get('maud', '/scenarios')).body
    expect([without.includes('Bill has doubled'), without.includes('With retired ones')]).toEqual([false, true])
    expect((await house.get('maud', `/scenarios/${id}`)).body).toContain('Retired on 10 June 2026')
    await house.post('maud', `/scenarios/${id}/return`)
    expect((await house.get('maud', '/scenarios')).body).toContain('Bill has doubled')
    expect(
      listEntries(house)
        .filter(({ subject }) => subject === 'scenario')
        .map(({ action }) => action),
    ).toEqual(['added', 'retired', 'brought back'])
  })
})
