import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { assignments, auditEntries, predictions } from '../../src/platform/db/tables.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'

const PREDICTION = { predicted_valued: '4', predicted_addressed: 'partly', mood: 'calm' }

let house: House
beforeEach(async () => {
  house = await openHouse()
  setUpErrands(house)
})

const stateOf = (id: string) => house.db.select().from(assignments).where(eq(assignments.id, id)).get()
const at = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
}

describe('today', () => {
  it('shows the one thing to do: window, number, cover story, what good looks like, what never to do', async () => {
    assign(house)
    const { body, statusCode } = await house.get('nora', '/today')

    expect(statusCode).toBe(200)
    for (const words of [
      'Ring the billing line about a bill that doubled.',
      ', in the morning, from 9 to 12.',
      '8 days left, today included.',
      'href="tel:+448081570342"',
      '0808 157 0342',
      'Open now',
      'Withholding your number does not work here.',
      'Your May bill is £212.',
      '7714 208 336',
      'A person explains the bill.',
      'Never agree to pay.',
      'I am starting now',
      'Decline with a reason',
    ]) {
      expect(body).toContain(words)
    }
    expect(body).not.toContain('checked')
  })

  it('is where a leader lands', async () => {
    expect((await house.get('nora', '/')).headers.location).toBe('/today')
  })

  it('says so when nothing waits, or only a draft does', async () => {
    assign(house, { state: 'planned' })

    expect((await house.get('nora', '/today')).body).toContain('Nothing waits for you.')
  })

  it('puts a started contact first, then what is open, then what is to come', async () => {
    assign(house, { id: 'later', fromDay: '2026-06-22', toDay: '2026-06-26' })
    assign(house)
    expect((await house.get('nora', '/today')).body).toContain('action="/assignments/bill/prediction"')

    assign(house, { id: 'mail', touchpointId: 'mailbox', state: 'contacted', contactedOn: '2026-06-09' })
    expect((await house.get('nora', '/today')).body).toContain('href="/assignments/mail/reflection"')
  })

  it('does not start what is still ahead', async () => {
    assign(house, { fromDay: '2026-06-15' })
    const { body } = await house.get('nora', '/today')

    expect(body).toContain('Your window begins on Monday 15 June.')
    expect(body).not.toContain('action="/assignments/bill/prediction"')
  })

  it('says that a missed one is still welcome, as long as its round is open', async () => {
    assign(house, { toDay: '2026-06-09' })
    assign(house, { id: 'missed', fromDay: '2026-06-01', toDay: '2026-06-05', state: 'missed' })
    const { body } = await house.get('nora', '/today')

    expect(body).toContain('Its window is over')
    expect(body).toContain('/assignments/bill"')
    expect(body).toContain('/assignments/missed"')
  })
})

describe('starting a contact', () => {
  it('seals the prediction and keeps the day, not the time', async () => {
    assign(house)
    const answer = await house.post('nora', '/assignments/bill/prediction', PREDICTION)

    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/assignments/bill/live'])
    expect(stateOf('bill')).toMatchObject({ state: 'contacted', contactedOn: '2026-06-10' })
    expect(house.db.select().from(predictions).get()).toEqual({
      assignmentId: 'bill',
      predictedValued: 4,
      predictedAddressed: 'partly',
      mood: 'calm',
    })
    expect(JSON.stringify(house.db.select().from(auditEntries).all())).not.toContain('09:00')
  })

  it('shows the number again, and not the prediction', async () => {
    assign(house)
    await house.post('nora', '/assignments/bill/prediction', PREDICTION)
    const { body } = await house.get('nora', '/assignments/bill/contact')

    expect(body).toContain('0808 157 0342')
    expect(body).toContain('It is over: reflect')
    expect(body).not.toMatch(/partly/i)
  })

  it('keeps what was chosen beside what is missing', async () => {
    assign(house)
    const answer = await house.post('nora', '/assignments/bill/prediction', { predicted_valued: '2', mood: 'angry' })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('name="predicted_valued" value="2" checked')
    expect(answer.body).toMatch(
      /href="#predicted_addressed">“Will they deal with what you come for\?” has no answer yet/,
    )
    expect(answer.body).toMatch(/href="#mood">“How are you right now\?” has no answer yet/)
    // It leads to a key, not to the frame round it: arrows and Space choose at once.
    expect(answer.body).toContain('<input type="radio" id="mood"')
    expect(stateOf('bill')?.state).toBe('open')
  })

  it('works once: the sealed prediction cannot be changed', async () => {
    assign(house)
    await house.post('nora', '/assignments/bill/prediction', PREDICTION)
    const again = await house.post('nora', '/assignments/bill/prediction', { ...PREDICTION, predicted_valued: '1' })

    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('Your prediction is sealed.')
    expect(again.body).not.toContain('Start all the same')
    expect(house.db.select().from(predictions).all()).toMatchObject([{ predictedValued: 4 }])
  })

  it('says so while the line is closed, keeps the choices, and lets the leader know better', async () => {
    assign(house)
    at('2026-06-10T19:00:00Z')
    const closed = await house.post('nora', '/assignments/bill/prediction', PREDICTION)

    expect(closed.statusCode).toBe(409)
    expect(closed.body).toMatch(/Closed now\. Opens at 08:00 tomorrow/)
    expect(closed.body).toContain('name="predicted_valued" value="4" checked')
    expect(stateOf('bill')?.state).toBe('open')
    const anyway = await house.post('nora', '/assignments/bill/prediction', { ...PREDICTION, anyway: 'yes' })
    expect(anyway.statusCode).toBe(303)
  })

  it('takes mail at any hour', async () => {
    assign(house, { touchpointId: 'mailbox' })
    at('2026-06-13T22:00:00Z')

    expect((await house.post('nora', '/assignments/bill/prediction', PREDICTION)).statusCode).toBe(303)
    const { body } = await house.get('nora', '/assignments/bill/contact')
    expect(body).toContain('If none has come by Monday 15 June, reflect then')
  })

  it('reads the days of the window at the touchpoint, not where the leader is', async () => {
    assign(house, { fromDay: '2026-06-11' })
    at('2026-06-10T22:30:00Z')
    expect((await house.post('nora', '/assignments/bill/prediction', PREDICTION)).statusCode).toBe(409)
    at('2026-06-10T23:30:00Z')
    expect(
      (await house.post('nora', '/assignments/bill/prediction', { ...PREDICTION, anyway: 'yes' })).statusCode,
    ).toBe(303)
    expect(stateOf('bill')?.contactedOn).toBe('2026-06-11')
  })
})

describe('somebody else’s contact', () => {
  it('looks like it does not exist', async () => {
    assign(house, { leaderId: 'viktor' })
    for (const url of ['/assignments/bill', '/assignments/bill/contact', '/assignments/bill/decline']) {
      expect((await house.get('nora', url)).statusCode).toBe(404)
    }
    for (const url of ['prediction', 'decline', 'withdrawal']) {
      const answer = await house.post('nora', `/assignments/bill/${url}`, { ...PREDICTION, reason: 'x' })
      expect(answer.statusCode).toBe(404)
    }
  })

  it('is nothing for owners, reviewers and admins', async () => {
    assign(house)
    for (const who of ['otto', 'rhea', 'alva'] as const) {
      expect((await house.get(who, '/assignments/bill')).statusCode).toBe(403)
    }
  })

  it('is a lead’s to see, without the prediction, and not to start', async () => {
    assign(house)
    await house.post('nora', '/assignments/bill/prediction', PREDICTION)
    const { body } = await house.get('maud', '/assignments/bill')

    expect(body).toContain('Nora Lindqvist')
    expect(body).not.toMatch(/partly|calm/i)
    expect((await house.post('maud', '/assignments/bill/prediction', PREDICTION)).statusCode).toBe(403)
  })
})

describe('declining, excusing, cancelling', () => {
  it('asks for a reason and keeps it', async () => {
    assign(house)
    expect((await house.post('nora', '/assignments/bill/decline', { reason: ' ' })).statusCode).toBe(422)
    const long = await house.post('nora', '/assignments/bill/decline', { reason: `${'Long story. '.repeat(60)}` })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('Long story. Long story.')

    expect((await house.post('nora', '/assignments/bill/decline', { reason: 'In surgery' })).headers.location).toBe(
      '/today',
    )
    expect(stateOf('bill')).toMatchObject({ state: 'declined', reason: 'In surgery' })
  })

  it('works once', async () => {
    assign(house)
    await house.post('nora', '/assignments/bill/decline', { reason: 'In surgery' })
    const again = await house.post('nora', '/assignments/bill/decline', { reason: 'Still' })

    expect(again.statusCode).toBe(409)
    expect(stateOf('bill')?.reason).toBe('In surgery')
  })

  it('is too late once the contact has started', async () => {
    assign(house, { state: 'contacted', contactedOn: '2026-06-10' })

    expect((await house.post('nora', '/assignments/bill/decline', { reason: 'No time' })).statusCode).toBe(409)
  })

  it('lets a lead excuse what was missed and cancel what is open', async () => {
    assign(house, { state: 'missed' })
    assign(house, { id: 'open' })

    expect((await house.post('maud', '/assignments/bill/excuse', { reason: 'Was ill' })).statusCode).toBe(303)
    expect((await house.post('maud', '/assignments/open/cancellation', { reason: 'Line moved' })).statusCode).toBe(303)
    expect([stateOf('bill')?.state, stateOf('open')?.state]).toEqual(['excused', 'cancelled'])
    expect((await house.post('nora', '/assignments/open/excuse', { reason: 'x' })).statusCode).toBe(403)
  })
})
