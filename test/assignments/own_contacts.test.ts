import { beforeEach, describe, expect, it } from 'vitest'
import { assignments, reflections } from '../../src/platform/db/tables.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'
import { FORM } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
  setUpErrands(house)
})

const log = (touchpoint: string) => house.post('nora', '/assignments', { touchpoint })
const own = () => house.db.select().from(assignments).all()

describe('logging a contact nobody planned', () => {
  it('takes one tap on the touchpoint, and says that it will be counted', async () => {
    expect((await house.get('nora', '/assignments/new')).body).toContain('value="billing"')
    const answer = await log('billing')
    const [row] = own()

    expect(answer.headers.location).toBe(`/assignments/${row?.id}/reflection`)
    expect(row).toMatchObject({ origin: 'own_initiative', state: 'contacted', contactedOn: '2026-06-10', counts: true })
    const form = await house.get('nora', `${answer.headers.location}`)
    expect(form.body).toContain('This contact will be counted like a planned one.')
  })

  it('says that it is kept as a story, and why', async () => {
    assign(house, { leaderId: 'viktor' })
    const answer = await log('billing')

    expect(own().find(({ origin }) => origin === 'own_initiative')?.counts).toBe(false)
    const form = await house.get('nora', `${answer.headers.location}`)
    expect(form.body).toContain('kept as a story and not counted: a colleague’s window lies on that day.')
  })

  it('works once: a double click is one contact', async () => {
    const [first, second] = await Promise.all([log('billing'), log('billing')])

    expect(first.headers.location).toBe(second.headers.location)
    expect(own()).toHaveLength(1)
  })

  it('counts one a month', async () => {
    await log('billing')
    const second = await log('mailbox')

    expect((await house.get('nora', `${second.headers.location}`)).body).toContain('not your only one of your own')
  })

  it('refuses a touchpoint that is not there', async () => {
    expect((await log('nowhere')).statusCode).toBe(422)
    expect((await house.post('nora', '/assignments', {})).statusCode).toBe(422)
    expect((await house.post('maud', '/assignments', { touchpoint: 'billing' })).statusCode).toBe(403)
  })

  it('can be withdrawn until it is reflected', async () => {
    await log('billing')
    const [row] = own()
    expect((await house.get('nora', '/today')).body).toContain('Withdraw it')
    await house.post('nora', `/assignments/${row?.id}/withdrawal`)

    expect(own()).toMatchObject([{ state: 'cancelled' }])
    expect((await house.post('nora', `/assignments/${row?.id}/withdrawal`)).statusCode).toBe(409)
  })

  it('is judged again where the reflection says another day', async () => {
    assign(house, { leaderId: 'viktor', fromDay: '2026-06-01', toDay: '2026-06-05' })
    const { headers } = await log('billing')
    await house.post('nora', `${headers.location}`, { ...FORM, contacted_on: '2026-06-04' })
    const [row] = house.db.select().from(reflections).all()

    expect(row).toMatchObject({ counts: false, contactedOn: '2026-06-04', daysLate: 6, programId: null })
    expect((await house.get('nora', `/reflections/${row?.id}`)).body).toContain('kept as a story and not counted')
  })
})
