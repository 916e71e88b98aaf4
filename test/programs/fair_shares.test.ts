import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alikeGroups,
  daypartShares,
  distances,
  furthest,
  isEven,
  leaderShares,
  touchpointShares,
} from '../../src/features/programs/fair_shares.ts'
import { fairAloud, fairHeading } from '../../src/features/programs/fair_words.ts'
import { goalsInWords } from '../../src/features/programs/goal_words.ts'
import { trafficShares } from '../../src/features/programs/roster.ts'
import { DAYPARTS } from '../../src/lib/days.ts'

const LEADERS = ['nora', 'viktor', 'amara']
const PLACES = ['billing', 'outage', 'chat']
const contact = fc.record({
  leaderId: fc.constantFrom(...LEADERS),
  touchpointId: fc.constantFrom(...PLACES),
  daypart: fc.constantFrom(...DAYPARTS, null),
  roundId: fc.constant('june'),
  fromDay: fc.constant('2026-06-09'),
  toDay: fc.constant('2026-06-12'),
  contactedOn: fc.constant(null),
})
const contacts = fc.array(contact, { maxLength: 40 })
const weights = fc.tuple(...PLACES.map((id) => fc.integer({ min: 1, max: 9 }).map((weight) => ({ id, weight }))))

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

describe('shares', () => {
  it('leave no contact out and invent none, and what is due adds up to what there is', () => {
    fc.assert(
      fc.property(contacts, weights, (carried, places) => {
        const atLeaders = leaderShares(carried, new Map(LEADERS.map((id) => [id, 2])))
        const atPlaces = touchpointShares(carried, places)
        expect(sum(atLeaders.map((share) => share.contacts))).toBe(carried.length)
        expect(sum(atPlaces.map((share) => share.contacts))).toBe(carried.length)
        expect(sum(atPlaces.map(({ due }) => due))).toBeCloseTo(carried.length)
      }),
    )
  })

  it('of dayparts count each contact at the touchpoint whose part is known', () => {
    fc.assert(
      fc.property(contacts, (carried) => {
        const traffic = DAYPARTS.map(() => 1 / DAYPARTS.length)
        const shares = daypartShares(carried, { id: 'billing', traffic })
        const here = carried.filter(({ touchpointId, daypart }) => touchpointId === 'billing' && daypart)
        expect(sum(shares.map((share) => share.contacts))).toBe(here.length)
        expect(sum(shares.map(({ due }) => due))).toBeCloseTo(here.length)
      }),
    )
  })

  it('are even exactly if nobody has two more than somebody owed the same', () => {
    const share = fc.record({ id: fc.uuid(), contacts: fc.nat(6), due: fc.constantFrom(1, 2, 2.5) })
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), (shares) => {
        const pairs = shares.flatMap((one) => shares.map((other) => [one, other] as const))
        const uneven = pairs.some(([one, other]) => one.due === other.due && one.contacts - other.contacts > 1)
        expect(isEven(shares)).toBe(!uneven)
        expect(sum(alikeGroups(shares).map(({ leaders }) => leaders))).toBe(shares.length)
        expect(sum(distances(shares).map(({ count }) => count))).toBe(shares.length)
        expect(furthest(shares)).toBe(Math.max(...shares.map(({ contacts, due }) => Math.abs(contacts - due))))
      }),
    )
  })
})

describe('the traffic of a touchpoint', () => {
  const nineToFive = [['09:00', '17:00']] as const
  const open = { mon: nineToFive, tue: nineToFive }

  it('falls as it is known to, and as the hours do where nobody knows', () => {
    expect(trafficShares({ open, dayparts: { morning: 0.6, evening: 0.4 } })).toEqual([0, 0.6, 0, 0, 0.4, 0])
    expect(trafficShares({ open, dayparts: null })).toEqual([0, 3 / 8, 2 / 8, 3 / 8, 0, 0])
    expect(trafficShares({ open: {} })).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe('what a lead reads aloud', () => {
  const share = (id: string, contacts: number, due = contacts) => ({ id, contacts, due })
  const fair = {
    rounds: 6,
    leaders: [share('nora', 6), share('viktor', 5, 6)],
    touchpoints: [share('billing', 6, 5.5), share('outage', 5, 5.5)],
    brokenCooldowns: 0,
    cooldownDays: 90,
    ownDepartment: 0,
  }

  it('says in whole sentences why it is fair', () => {
    expect(fairAloud(fair)).toBe(
      'Over 6 rounds 2 leaders have 11 contacts; 12 are owed. Among leaders who were there alike nobody has more than one above another. ' +
        'Every touchpoint has its share, to within one contact. Nobody meets the same touchpoint twice within 90 days. ' +
        'Nobody is sent to their own department.',
    )
    expect(fairHeading(fair)).toBe('5 or 6 each: as even as whole contacts can be.')
  })

  it('says where it is not', () => {
    const words = fairAloud({
      ...fair,
      leaders: [share('nora', 6), share('viktor', 2, 6)],
      touchpoints: [share('billing', 8, 4), share('outage', 0, 4)],
      brokenCooldowns: 1,
      ownDepartment: 2,
    })
    expect(words).toContain('It is not even yet: leaders who were there alike have from 2 to 6.')
    expect(words).toContain('to within 4 contacts. 1 touchpoint without any is due one.')
    expect(words).toContain('1 contact came within 90 days of another')
    expect(words).toContain('2 contacts went to what is the leader’s own department now')
  })
})

describe('the proof of a drawing', () => {
  const june = { period: '2026-06', startsOn: '2026-06-01', endsOn: '2026-06-30' }

  it('names what cannot be better, and how far the rest is from it and why', () => {
    const goals = [
      { name: 'loads', value: 0, bound: 0 },
      { name: 'coverage', value: 4, bound: 2, because: 'Days are too few.' },
    ]
    expect(goalsInWords([{ ...june, goals }], 'en-GB')).toEqual([
      {
        round: 'June 2026',
        best: ['loads'],
        rest: [{ name: 'coverage', words: '4, where nothing below 2 is possible. Days are too few.' }],
      },
    ])
  })

  it('is missing for rounds drawn before it was kept', () => {
    expect(goalsInWords([{ ...june, goals: [] }], 'en-GB')).toEqual([])
  })
})
