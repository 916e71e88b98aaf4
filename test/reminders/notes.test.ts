import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuseAssignment } from '../../src/features/assignments/actions.ts'
import { waitingLetter } from '../../src/features/members/letters.ts'
import { getMember } from '../../src/features/members/store.ts'
import { nudge } from '../../src/features/programs/nudge_actions.ts'
import { handovers, letters } from '../../src/platform/db/tables.ts'
import { postLetter } from '../../src/platform/mail/outbox.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

const BASE = 'https://hours.northwind.example'
const EVENING = '2026-06-12T20:30:00Z'
const MONDAY = '2026-06-15T06:30:00Z'

let mail: Reminding
let duty: string
/** A Friday evening in London, after Nora has had what the calendar writes. */
beforeEach(async () => {
  mail = await openReminding({ now: '2026-06-12T09:00:00Z' })
  duty = mail.give({ fromDay: '2026-06-10', toDay: '2026-06-19' })
  await mail.tick()
  mail.house.db.delete(letters).run()
  mail.server.received.length = 0
  mail.house.now = Temporal.Instant.from(EVENING)
})
afterEach(() => mail.close())

const lead = () => mail.house.as('maud')
const notes = () => mail.written().filter((one) => !/^(digest|opens|half_way|last_day|declined)/.test(one))

describe('a nudge', () => {
  it('waits for the end of the weekend, and is one letter however often it is asked for', async () => {
    nudge(lead(), duty, BASE)
    await mail.tick()
    expect(notes()).toEqual(['nudge waiting'])
    mail.house.now = Temporal.Instant.from('2026-06-13T10:00:00Z')
    nudge(lead(), duty, BASE)
    await mail.tick()
    expect(notes()).toEqual(['nudge waiting'])
    await mail.at(MONDAY)
    expect(notes()).toEqual(['nudge sent'])
  })

  it('is not sent once nothing is owed', async () => {
    nudge(lead(), duty, BASE)
    mail.change(duty, { state: 'reflected', contactedOn: '2026-06-12' })
    await mail.at(MONDAY)
    expect(notes()).toEqual(['nudge discarded'])
  })

  it('goes out on a Saturday to whoever says that weekends are days like others', async () => {
    mail.choose('nora', { weekends: true })
    nudge(lead(), duty, BASE)
    await mail.at('2026-06-13T09:00:00Z')
    expect(notes()).toEqual(['nudge sent'])
  })
})

describe('a contact changed by a lead', () => {
  it('is told once, in the morning, by a letter that says nothing', async () => {
    const second = mail.give({ id: 'second', fromDay: '2026-06-22', toDay: '2026-06-26' })
    refuseAssignment(lead(), duty, 'excuse', 'On leave.', BASE)
    refuseAssignment(lead(), second, 'cancel', 'Two at once.', BASE)
    await mail.tick()
    expect(notes()).toEqual(['moved waiting'])
    await mail.at(MONDAY)
    expect(notes()).toEqual(['moved sent'])
    const [letter] = mail.server.received
    expect(letter?.source).toContain('Subject: Customer hour')
    expect(letter?.source).not.toMatch(/Billing|Maud|leave|excuse|cancel/i)
  })

  it('is not told to whoever wants no such letters, has left, or changed it themselves', async () => {
    mail.choose('nora', { declined: ['moved'] })
    refuseAssignment(lead(), duty, 'excuse', 'On leave.', BASE)
    await mail.at(MONDAY)
    expect(notes()).toEqual([])
  })

  it('is not told to whoever wants no such letters by the time it would leave', async () => {
    refuseAssignment(lead(), duty, 'excuse', 'On leave.', BASE)
    mail.choose('nora', { declined: ['moved'] })
    await mail.at(MONDAY)
    expect(notes()).toEqual(['moved discarded'])
  })
})

describe('a colleague who is asked to take over', () => {
  const ask = (state: 'asked' | 'withdrawn') => {
    mail.house.db
      .insert(handovers)
      .values({ id: 'handover', assignmentId: duty, askedId: 'viktor', askedOn: '2026-06-12', state })
      .run()
    const ctx = mail.house.as('nora')
    const letter = {
      occasion: 'handover_asked handover viktor 1',
      kind: 'handover_asked',
      neutralTitle: 'Customer hour',
    }
    postLetter(ctx, waitingLetter({ ...letter, member: getMember(ctx, 'viktor'), link: `${BASE}/today` }))
  }

  it('is asked in the morning', async () => {
    ask('asked')
    await mail.tick()
    expect(notes()).toEqual(['handover_asked waiting'])
    await mail.at(MONDAY)
    expect(notes()).toEqual(['handover_asked sent'])
  })

  it('is not asked any more if it was kept meanwhile', async () => {
    ask('withdrawn')
    await mail.at(MONDAY)
    expect(notes()).toEqual(['handover_asked discarded'])
  })

  it('is not written to if they want no such letters', async () => {
    mail.choose('viktor', { declined: ['handover'] })
    ask('asked')
    await mail.at(MONDAY)
    expect(notes()).toEqual(['handover_asked discarded'])
  })
})

describe('a contact that was declined', () => {
  it('is told to leads who want to know, once, while somebody else could take it', async () => {
    refuseAssignment(mail.house.as('nora'), duty, 'decline', 'In hospital.', BASE)
    await mail.at(MONDAY)
    await mail.tick()
    expect(mail.written().filter((one) => one.startsWith('declined'))).toEqual(['declined sent'])
    expect(mail.server.received.map(({ source }) => source).join()).not.toMatch(/hospital|Nora Lindqvist declined/)
  })

  it('is not told any more once it is excused', async () => {
    refuseAssignment(mail.house.as('nora'), duty, 'decline', 'In hospital.', BASE)
    await mail.tick()
    refuseAssignment(lead(), duty, 'excuse', 'In hospital.', BASE)
    await mail.at(MONDAY)
    expect(mail.written().filter((one) => one.startsWith('declined'))).toEqual(['declined discarded'])
    expect(notes()).toEqual([])
  })
})
