import { beforeEach, describe, expect, it } from 'vitest'
import { getProgram, listPrograms } from '../../src/features/programs/store.ts'
import { programs } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { hire, openRotatingHouse, programForm } from '../support/rotating.ts'

let house: House
beforeEach(async () => {
  house = await openRotatingHouse()
})

const begin = async (differs: Record<string, string | string[]> = {}) => {
  const answer = await house.post('maud', '/programs', programForm(differs))

  return String(answer.headers.location).replace('/programs/', '')
}

describe('the lead’s home', () => {
  it('is the rotation, once there is a program', async () => {
    await begin()
    const home = await house.get('maud', '/')
    expect(home.headers.location).toBe('/programs')
  })

  it('says how to begin while there is no program', async () => {
    const page = await house.get('maud', '/programs')
    expect(page.body).toContain('No program yet.')
    const bare = (await (await openHouse()).get('maud', '/programs')).body.replace(/<[^>]*>/g, '')
    expect(bare).toMatch(/First describe a touchpoint.*Then copy a scenario/s)
    expect(bare, 'two of the cast are leaders').not.toContain('add the leaders')
    expect(page.body).toContain('href="/programs/new"')
  })

  it('names the next round and the one thing to do', async () => {
    const id = await begin()
    const page = await house.get('maud', '/programs')
    expect(page.body).toContain('Nobody owes a contact.')
    expect(page.body).toContain('Plan June 2026')
    expect(page.body).toContain(`action="/programs/${id}/rounds"`)
  })

  it('refuses leaders, owners, reviewers and admins', async () => {
    for (const who of ['nora', 'otto', 'rhea', 'alva'] as const)
      expect((await house.get(who, '/programs')).statusCode).toBe(403)
  })
})

describe('a new program', () => {
  it('is a day a month for six months, for everybody, unless the lead says otherwise', async () => {
    const page = await house.get('maud', '/programs/new')
    expect(page.body).toContain('value="day_a_month" selected')
    expect(page.body).toMatch(/name="leaders" value="nora" checked/)
    expect(page.body).toMatch(/name="scenarios" value="moving" checked/)
    expect(page.body).toContain('value="2026-06-01"')
  })

  it('says first what it needs and is not there yet', async () => {
    const { body } = await (await openHouse()).get('maud', '/programs/new')
    expect(body).toContain('A program needs touchpoints and scenarios, and there are none yet. Add them first')
  })

  it('lists its rounds with their dates', async () => {
    const id = await begin()
    const page = await house.get('maud', `/programs/${id}`)
    expect(page.body).toMatch(/1–30 November 2026/)
    expect(page.body).not.toContain('December 2026')
  })

  it('says beforehand that too few leaders make it a program for its leads', async () => {
    const id = await begin({ leaders: ['nora', 'viktor', 'amara', 'tomas'] })
    expect((await house.get('maud', '/programs/new')).body).toContain('With fewer than 5 leaders')
    expect((await house.get('maud', `/programs/${id}`)).body).toContain('With fewer than 5 leaders')
    const five = await begin({ name: 'Five', leaders: ['nora', 'viktor', 'amara', 'tomas', 'ingrid'] })
    expect((await house.get('maud', `/programs/${five}`)).body).not.toContain('With fewer than 5 leaders')
  })

  it('works once: the same form again finds the name taken', async () => {
    await begin()
    const again = await house.post('maud', '/programs', programForm({ name: 'FIRST-hand' }))
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('There is a program of this name already.')
    expect(listPrograms(house.as())).toHaveLength(1)
  })

  it('finds a name taken in any script and spelling, also by a program that ended', async () => {
    const id = await begin({ name: 'Ärger am Telefon' })
    for (const name of ['Ärger am Telefon', 'ÄRGER  am telefon', 'A\u0308rger am Telefon']) {
      const again = await house.post('maud', '/programs', programForm({ name }))
      expect([again.statusCode, again.body.includes('There is a program of this name already.')], name).toEqual([
        422,
        true,
      ])
    }
    await house.post('maud', `/programs/${id}/retirement`)
    const after = await house.post('maud', '/programs', programForm({ name: 'ärger am telefon' }))
    expect([after.statusCode, after.body.includes('A program that ended has this name.')]).toEqual([422, true])
  })

  it.each([
    [{ name: '' }, 'Give the program a name.'],
    [{ cadence: 'hourly' }, 'Choose how often it comes round.'],
    [{ startsOn: '2026-02-30' }, 'Write the first day as a date'],
    [{ startsOn: '1999-01-01' }, 'within the last two years'],
    [{ startsOn: '9999-12-31' }, 'within the next ten years'],
    [{ endsAfter: 'six' }, 'Write a whole number of rounds from 1 to 520.'],
    [{ ends: 'on', endsOn: '2026-05-01' }, 'would end before its first round'],
    [{ ends: 'on', endsOn: 'soon' }, 'Write the last day as a date'],
    [{ cadence: 'custom' }, 'Write the rule, for example'],
    [{ cadence: 'custom', rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'never happens'],
    [{ cadence: 'custom', rule: 'every full moon' }, 'reads like'],
    [{ contactsPerLeader: '0' }, 'Write a whole number from 1 to 10.'],
    [{ contacts: 'per_round', contactsPerRound: '' }, 'Write a whole number from 1 to 1,000.'],
    [{ leaders: '' }, 'Choose at least one leader.'],
    [{ leaders: ['nora', 'otto'] }, 'Choose from the leaders shown.'],
    [{ touchpoints: 'nowhere' }, 'Choose from the touchpoints shown.'],
    [{ scenarios: [] }, 'Choose at least one scenario'],
    [{ name: ['a', 'b'] }, 'This was sent twice.'],
    [{ name: 'x'.repeat(1000) }, 'Use at most 80 characters.'],
    [{ planDaysAhead: '2', publishDaysAhead: '9' }, 'planned before it is published'],
  ] as [Record<string, string | string[]>, string][])(
    'refuses %o in words and keeps the rest',
    async (wrong, words) => {
      const answer = await house.post('maud', '/programs', programForm({ aim: 'Kept & “quoted”', ...wrong }))
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(words)
      expect(answer.body).toContain('Kept &amp; “quoted”')
      expect(listPrograms(house.as())).toHaveLength(0)
    },
  )

  it('takes a rule of its own with the end the rule carries', async () => {
    const id = await begin({ cadence: 'custom', rule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3' })
    expect(getProgram(house.as(), id)).toMatchObject({ recurrence: 'FREQ=MONTHLY;BYDAY=-1FR', endsAfterRounds: 3 })
  })

  it('refuses scenarios of which none fits a touchpoint chosen', async () => {
    house.db.$client.exec('delete from scenario_touchpoints')
    const answer = await house.post('maud', '/programs', programForm())
    expect(answer.body).toContain('None of these scenarios fits a touchpoint that is chosen.')
  })
})

describe('changing a program', () => {
  it('keeps its words where somebody else was faster', async () => {
    const id = await begin()
    const first = await house.post('maud', `/programs/${id}`, programForm({ name: 'Renamed', version: '1' }))
    expect(first.statusCode).toBe(303)
    const stale = await house.post('maud', `/programs/${id}`, programForm({ name: 'Mine', version: '1' }))
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('value="Mine"')
    expect(stale.body).toContain('name="version" value="2"')
    expect(getProgram(house.as(), id).name).toBe('Renamed')
  })

  it('shows the form as the program stands', async () => {
    const id = await begin({ ends: 'on', endsOn: '2026-12-01', contacts: 'per_round', contactsPerRound: '4' })
    const page = await house.get('maud', `/programs/${id}/change`)
    expect(page.body).toContain('value="2026-12-01"')
    expect(page.body).toMatch(/name="contactsPerRound"[^>]*value="4"/)
  })
})

describe('a program that ends', () => {
  it('plans nothing more and stays to be read', async () => {
    const id = await begin()
    await house.post('maud', `/programs/${id}/rounds`)
    expect((await house.get('maud', '/programs')).body).not.toContain('retired=yes')
    await house.post('maud', `/programs/${id}/retirement`)
    await house.post('maud', `/programs/${id}/retirement`)
    expect(house.db.select().from(programs).get()?.retiredOn).toBe('2026-06-10')
    expect((await house.get('maud', `/programs/${id}`)).body).toContain('has ended.')
    expect((await house.post('maud', `/programs/${id}/rounds`)).statusCode).toBe(409)
    expect((await house.post('maud', `/programs/${id}`, programForm({ version: '2' }))).statusCode).toBe(409)
    const without = (await house.get('maud', '/programs')).body
    expect([without.includes('First-hand'), without.includes('Programs that ended')]).toEqual([false, true])
    expect((await house.get('maud', '/programs?retired=yes')).body).toContain('First-hand')
  })
})

describe('an address that is not there', () => {
  it('looks the same whatever was typed', async () => {
    for (const url of ['/programs/nothing', '/programs/nothing/change', '/rounds/nothing', '/assignments/nothing/swap'])
      expect((await house.get('maud', url)).statusCode).toBe(404)
    for (const url of ['/programs/nothing/rounds', '/rounds/nothing/publication', '/rounds/nothing/drawing'])
      expect((await house.post('maud', url, { version: '1' })).statusCode).toBe(404)
  })
})

describe('a company of 120 leaders', () => {
  it('is shown fifty at a time', async () => {
    for (let i = 0; i < 114; i += 1) hire(house, `leader-${i}`, `Leader ${String(i).padStart(3, '0')}`)
    const leaders = [...Array.from({ length: 114 }, (_, i) => `leader-${i}`), 'nora', 'viktor']
    const id = await begin({ leaders, contacts: 'per_round', contactsPerRound: '30' })
    await house.post('maud', `/programs/${id}/rounds`)
    const page = await house.get('maud', `/programs/${id}`)
    expect(page.body.match(/<tr><th scope="row">Leader /g)).toHaveLength(50)
    const last = await house.get('maud', `/programs/${id}?leaders=3`)
    expect(last.body).toContain('Viktor Hale')
  })
})
