import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, type Given, tell } from '../../src/features/calendar/entry.ts'
import { writeEntry, writeFeed } from '../../src/platform/files/ics.ts'
import { lineComplaints, readCalendar } from '../support/calendar_reader.ts'

const OPEN: Given = { id: 'bill', state: 'open', fromDay: '2026-06-09', toDay: '2026-06-19' }
const told = (last: Entry | undefined, change: Partial<Given> = {}, today = '2026-06-10', title = 'Customer hour') =>
  tell(last, { ...OPEN, ...change }, title, { uid: `uid-${today}`, today })
const first = told(undefined) as Entry

describe('what calendars are told of an assignment', () => {
  it('stays the same entry, whatever becomes of the contact', () => {
    for (const state of ['open', 'contacted', 'reflected', 'missed'])
      expect(told(first, { state }, '2026-06-15')).toBe(first)
  })

  it('is one revision further when it moves, is cancelled, or is called something else; under the same id', () => {
    const moved = told(first, { toDay: '2026-06-22' }, '2026-06-11')
    expect(moved).toMatchObject({ uid: first.uid, sequence: 1, toDay: '2026-06-22', changedOn: '2026-06-11' })
    const gone = told(moved ?? undefined, { toDay: '2026-06-22', state: 'handed_over' }, '2026-06-12')
    expect(gone).toMatchObject({ uid: first.uid, sequence: 2, cancelled: true })
    expect(told(first, {}, '2026-06-12', 'Tea')).toMatchObject({ uid: first.uid, sequence: 1, title: 'Tea' })
  })

  it('is nothing where it was never told and is cancelled by now', () => {
    for (const state of ['handed_over', 'declined', 'excused', 'cancelled'])
      expect(told(undefined, { state })).toBeNull()
  })
})

describe('a calendar file', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }))
  const entry = fc.record({
    uid: fc.stringMatching(/^[\w-]{16}$/),
    sequence: fc.nat(),
    title: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'é', '😀', ',', ';', ':', '\\', '"', ' n'), minLength: 1, maxLength: 60 }),
    ),
    from: day,
    length: fc.integer({ min: 0, max: 60 }),
    cancelled: fc.boolean(),
    changedOn: day,
  })

  it('says the same to another library, in lines as RFC 5545 wants them, whatever the title', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (drawn) => {
        const entries = drawn.map(({ length, title, ...rest }) => ({
          ...rest,
          title: title.replace(/\p{Cc}+/gu, ' ').trim() || 'x',
          to: rest.from.add({ days: length }),
        }))
        const title = entries[0]?.title ?? 'Customer hour'
        const { text } = writeFeed(title, entries)
        expect(lineComplaints(text)).toEqual([])
        const read = readCalendar(text)
        expect(read.name).toBe(title)
        expect(read.entries).toMatchObject(
          entries.map((one) => ({
            ...{ uid: one.uid, sequence: one.sequence, summary: one.title, isDays: true },
            ...{ starts: one.from.toString(), ends: one.to.add({ days: 1 }).toString() },
            ...{ class: 'PRIVATE', transp: 'TRANSPARENT', status: one.cancelled ? 'CANCELLED' : 'CONFIRMED' },
            ...{ stamp: `${one.changedOn}T00:00:00Z`, modified: `${one.changedOn}T00:00:00Z` },
          })),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('takes an entry out again with a message to whoever has it', () => {
    const reader = { name: 'Nora "N"; Lindqvist, Ops', email: 'nora@northwind.example' }
    const days = { from: Temporal.PlainDate.from('2026-06-09'), to: Temporal.PlainDate.from('2026-06-19') }
    const file = { ...first, ...days, changedOn: days.from }
    const { text } = writeEntry({ ...file, sequence: 3, cancelled: true }, reader)
    expect(lineComplaints(text)).toEqual([])
    expect(readCalendar(text)).toMatchObject({ method: 'CANCEL', entries: [{ status: 'CANCELLED', sequence: 3 }] })
    expect(readCalendar(text).entries[0]?.names).toEqual(expect.arrayContaining(['organizer', 'attendee']))
    expect(readCalendar(writeEntry(file, reader).text).method).toBeNull()
  })
})
