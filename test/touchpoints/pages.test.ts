import { beforeEach, describe, expect, it } from 'vitest'
import { retireMember } from '../../src/features/members/actions.ts'
import { retireTouchpoint } from '../../src/features/touchpoints/actions.ts'
import { findTouchpointByName, getTouchpoint, listTouchpoints } from '../../src/features/touchpoints/store.ts'
import { listEntries } from '../support/audit.ts'
import { addBillingLine } from '../support/billing_line.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const BILLING = {
  name: 'Billing line',
  channel: 'phone',
  address: '0808 157 0342',
  timeZone: 'Europe/London',
  languages: ['en'],
  department: 'Customer service',
  ownerId: 'otto',
  weight: '3',
  answerDays: '',
  mon: '09:00–12:00, 13:00–17:00',
  tue: '9-17',
}

const billing = (name?: string, ownerId?: string | null) => addBillingLine(house, name, ownerId)

describe('the touchpoints', () => {
  it('are shown to leads, admins and reviewers, numbers the national way', async () => {
    billing()
    for (const who of ['maud', 'alva', 'rhea'] as const) {
      const page = await house.get(who, '/touchpoints')
      expect(page.statusCode).toBe(200)
      expect(page.body).toContain('0808 157 0342')
      expect(await textOf(house, who, '/touchpoints')).toContain('Wednesday 9–17')
    }
  })

  it('are not listed for leaders and owners', async () => {
    expect((await house.get('nora', '/touchpoints')).statusCode).toBe(403)
    expect((await house.get('otto', '/touchpoints')).statusCode).toBe(403)
  })

  it('show what is still missing to those who can change it', async () => {
    const id = billing('Solar desk', null)
    const page = await house.get('maud', `/touchpoints/${id}`)
    for (const sentence of [
      'It has no standards',
      'Nobody owns it yet.',
      'Withholding your number does not work here.',
    ])
      expect(page.body).toContain(sentence)
    expect((await house.get('rhea', `/touchpoints/${id}`)).body).not.toContain('Nobody owns it yet.')
  })

  it('say when their owner has left, who stays chosen until somebody else is', async () => {
    const id = billing()
    const before = (await house.get('maud', `/touchpoints/${id}`)).body
    retireMember(house.as('alva'), 'otto')
    expect(before).not.toContain('owns it no longer')
    expect((await house.get('maud', `/touchpoints/${id}`)).body).toContain('Otto Fuchs owns it no longer.')
    const form = (await house.get('maud', `/touchpoints/${id}/change`)).body
    expect(form).toMatch(/value="otto" selected>Otto Fuchs \(no owner any more\)/)
    expect((await house.get('maud', '/touchpoints/new')).body).not.toContain('value="otto"')
  })

  it('keep markup that somebody typed as text', async () => {
    const id = billing('<script>alert(1)</script>')
    expect((await house.get('maud', `/touchpoints/${id}`)).body).toContain('&lt;script&gt;alert(1)')
  })
})

describe('adding a touchpoint', () => {
  it('keeps the number as dialled from anywhere, and the hours as read', async () => {
    const answer = await house.post('maud', '/touchpoints', BILLING)
    expect(answer.statusCode).toBe(303)
    expect(findTouchpointByName(house.as(), 'billing LINE')).toMatchObject({
      address: '+448081570342',
      weight: 3,
      departmentId: 'service',
      ownerId: 'otto',
      openingHours: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
        tue: [['09:00', '17:00']],
      },
    })
    expect(listEntries(house)).toMatchObject([{ action: 'added', subject: 'touchpoint', actorId: 'maud' }])
  })

  it('keeps every typed word, each complaint beside its field', async () => {
    const answer = await house.post('maud', '/touchpoints', {
      ...BILLING,
      name: '',
      address: '12345',
      mon: '9-5',
      weight: 'much',
      languages: [],
    })
    expect(answer.statusCode).toBe(422)
    for (const words of [
      'Give the touchpoint a name.',
      '“12345” is too short for a number in the United Kingdom.',
      'Did you mean 09:00–17:00?',
      'Give a weight from 0.1 to 100',
      'Choose at least one language.',
      'value="9-5"',
      'value="much"',
      'value="12345"',
    ])
      expect(answer.body).toContain(words)
    expect(listTouchpoints(house.as())).toEqual([])
    const summary = [...answer.body.matchAll(/<li><a href="#(\w+)">/g)].map(([, name]) => name)
    expect(summary).toEqual(['name', 'address', 'mon', 'languages', 'weight'])
  })

  it('works once: a double click leads to the one that was added', async () => {
    const [first, second] = [
      await house.post('maud', '/touchpoints', BILLING),
      await house.post('maud', '/touchpoints', BILLING),
    ]
    expect(second.headers.location).toBe(first.headers.location)
    expect(listTouchpoints(house.as())).toHaveLength(1)
    expect(listEntries(house)).toHaveLength(1)
  })

  it('refuses a name that is taken, also by a retired one, in any letters', async () => {
    const id = billing('ÜBER')
    expect((await house.post('maud', '/touchpoints', { ...BILLING, name: 'ÜBER' })).body).toContain(
      'There is already a touchpoint with this name.',
    )
    retireTouchpoint(house.as('maud'), id)
    const again = await house.post('maud', '/touchpoints', { ...BILLING, name: 'ÜBER' })
    expect([again.statusCode, again.body]).toEqual([422, expect.stringContaining('Bring it back')])
  })

  it('takes as owner only an owner', async () => {
    const answer = await house.post('maud', '/touchpoints', { ...BILLING, ownerId: 'nora' })
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('Choose an owner from the list.')])
  })

  it.each([
    { channel: 'carrier pigeon' },
    { channel: ['phone', 'chat'] },
    { name: ['a', 'b'] },
    { name: 'x'.repeat(100_000) },
    { address: 'a\0b' },
    { timeZone: 'Europe/Atlantis' },
    { languages: 'klingon' },
    { channel: 'email', address: 'service@example.com', answerDays: '' },
    { tue: '1'.repeat(5000) },
  ])('answers bad input with sentences: %j', async (wrong) => {
    const answer = await house.post('maud', '/touchpoints', { ...BILLING, ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Error:')
  })
})

describe('changing a touchpoint', () => {
  it('shows both texts when somebody else was faster, and saves the one that is chosen', async () => {
    const id = billing()
    await house.post('maud', `/touchpoints/${id}`, { ...BILLING, name: 'Bills', version: '1' })
    const stale = await house.post('alva', `/touchpoints/${id}`, { ...BILLING, name: 'Money line', version: '1' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('value="Money line"')
    expect(stale.body).toMatch(/Saved now[\s\S]*<dt>Name<\/dt><dd>Bills<\/dd>/)
    expect(stale.body).toContain('name="version" value="2"')
    await house.post('alva', `/touchpoints/${id}`, { ...BILLING, name: 'Money line', version: '2' })
    expect(getTouchpoint(house.as(), id).name).toBe('Money line')
  })

  it('is no conflict with itself when it is sent twice', async () => {
    const id = billing()
    const change = { ...BILLING, name: 'Bills', version: '1' }
    expect((await house.post('maud', `/touchpoints/${id}`, change)).statusCode).toBe(303)
    expect((await house.post('maud', `/touchpoints/${id}`, change)).statusCode).toBe(303)
    expect(getTouchpoint(house.as(), id).version).toBe(2)
  })

  it('shows the form again as it is saved', async () => {
    const page = await house.get('maud', `/touchpoints/${billing()}/change`)
    for (const words of ['value="0808 157 0342"', 'value="Customer service"', '<option value="otto" selected>'])
      expect(page.body).toContain(words)
  })

  it('answers 404 for one that is not there', async () => {
    expect((await house.get('maud', '/touchpoints/nothing/change')).statusCode).toBe(404)
    expect((await house.post('maud', '/touchpoints/nothing', { ...BILLING, version: '1' })).statusCode).toBe(404)
  })
})

describe('retiring a touchpoint', () => {
  it('asks first, keeps its history and can be undone; twice is once', async () => {
    const id = billing()
    expect((await house.get('maud', `/touchpoints/${id}/retirement`)).body).toContain('Retire Billing line?')
    expect((await house.get('maud', '/touchpoints')).body).not.toContain('retired=yes')
    await house.post('maud', `/touchpoints/${id}/retirement`)
    await house.post('maud', `/touchpoints/${id}/retirement`)
    const without = (await house.get('maud', '/touchpoints')).body
    expect([without.includes('Billing line'), without.includes('With retired ones')]).toEqual([false, true])
    expect((await house.get('maud', '/touchpoints?retired=yes')).body).toContain('Billing line')
    expect((await house.get('maud', `/touchpoints/${id}`)).body).toContain('Retired on 10 June 2026')
    await house.post('maud', `/touchpoints/${id}/return`)
    expect((await house.get('maud', '/touchpoints')).body).toContain('Billing line')
    expect(listEntries(house).map(({ action }) => action)).toEqual(['added', 'retired', 'brought back'])
  })
})

describe('what customers should get', () => {
  it('is kept with its why and the story wanted, and shown as typed', async () => {
    const id = billing()
    const typed = {
      intent: 'Feel taken “seriously” & heard.',
      motivation: 'Because.',
      storyWanted: 'They listened.',
      version: '1',
    }
    expect((await house.post('maud', `/touchpoints/${id}/intent`, typed)).statusCode).toBe(303)
    expect((await house.get('maud', `/touchpoints/${id}`)).body).toContain('Feel taken “seriously” &amp; heard.')
    const stale = await house.post('alva', `/touchpoints/${id}/intent`, { ...typed, intent: 'Other words' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('Other words')
    expect(stale.body).toContain('<dd>Feel taken “seriously” &amp; heard.</dd>')
  })
})
