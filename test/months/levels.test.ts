import { describe, expect, it } from 'vitest'
import { poolOf } from '../../src/features/months/answer_pool.ts'
import { publicationOf } from '../../src/features/months/publication.ts'
import { levelsBefore } from '../../src/features/months/publish_levels.ts'
import { answersOf } from '../../src/features/reflections/counts.ts'
import { countable } from '../support/countable.ts'

/** Forty contacts of ten leaders by phone and by chat, with every level of pride in either. */
const contactsIn = (month: string) =>
  Array.from({ length: 40 }, (_, i) => ({
    ...countable({ month, pride: (1 + (Math.floor(i / 2) % 5)) as 1 }),
    ...{ id: `${month} ${i}`, leaderId: `leader ${Math.floor(i / 4)}`, channel: i % 2 ? 'phone' : 'chat' },
    ...{ purpose: '', departmentId: '', programId: '' },
  }))

const placeOf = (breakdown: 'all' | 'channel', slice: string, months: readonly string[]) => ({
  ...{ breakdown, slice, sliceName: slice, months, span: months.length > 1 ? '2026-Q2' : (months[0] ?? '') },
})

const MONTHS = ['2026-04', '2026-05', '2026-06']

function shownIn(month: string) {
  const places = [
    placeOf('all', '', [month]),
    ...['phone', 'chat'].map((channel) => placeOf('channel', channel, MONTHS)),
  ]
  const release = { places, contacts: contactsIn(month), assignments: [], shown: [], standards: [] }

  return publicationOf({ ...release, enough: 5, primaryMeasure: 'valued' }).cells.filter(({ shown }) => shown)
}

describe('levels of pride that were shown before', () => {
  const shown = shownIn('2026-06')
  const pooled = (month: string) => poolOf(contactsIn(month).map((contact) => [contact, answersOf(contact)] as const))

  it('of slices are looked at beside the shares of the same contacts', () => {
    const levels = levelsBefore({ shown }, pooled('2026-06'))
    expect(levels.map(({ slice, level }) => [slice, level]).sort()).toEqual([
      ['chat', '1'],
      ['phone', '1'],
    ])
  })

  it('are not where no contact stands in them any more', () => {
    expect(levelsBefore({ shown }, pooled('2026-07'))).toEqual([])
  })

  it('stay as they are when the slices are added up otherwise, and shares of the same contacts may join', () => {
    const places = [placeOf('all', '', ['2026-07']), { ...placeOf('all', '', MONTHS), breakdown: 'program' as const }]
    const contacts = [...contactsIn('2026-06'), ...contactsIn('2026-07')]
    const release = { places, contacts, assignments: [], shown, standards: [], enough: 5, primaryMeasure: 'valued' }
    const proud = publicationOf(release).cells.filter(({ measure }) => measure === 'proud')
    expect(proud.map(({ breakdown, count, of }) => [breakdown, count, of])).toEqual([
      ['all', 16, 40],
      ['program', 16, 40],
    ])
  })
})
