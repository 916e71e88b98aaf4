import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DatedRow, datedRows, readDatedRows, withSpareRows } from '../../src/features/touchpoints/dated_days.ts'

const today = Temporal.PlainDate.from('2026-06-10')
const row = (from: string, change: Partial<DatedRow> = {}): DatedRow => ({
  from,
  until: '',
  hours: '',
  reason: '',
  ...change,
})
const complaintsOf = (...rows: DatedRow[]) => Object.fromEntries(readDatedRows(rows, today).complaints)

describe('rows of days that differ', () => {
  it('are read day by day, in order, empty rows left out', () => {
    const { days, complaints } = readDatedRows(
      [
        row('2026-12-31', { hours: '9-12' }),
        row('', { reason: ' ' }),
        row('2026-12-24', { until: '2026-12-26', reason: 'Christmas' }),
      ],
      today,
    )
    expect(complaints.size).toBe(0)
    expect(days.map(({ day, spans }) => [day, spans.length])).toEqual([
      ['2026-12-24', 0],
      ['2026-12-25', 0],
      ['2026-12-26', 0],
      ['2026-12-31', 1],
    ])
  })

  it.each<[string, DatedRow]>([
    ['Say which day.', row('', { hours: '9-12' })],
    ['“31/12/2026” is not a day. Write it like 2026-12-24.', row('31/12/2026')],
    ['“2026-02-30” is not a day. Write it like 2026-12-24.', row('2026-02-30')],
    ['“soon” is not a day. Write it like 2026-12-24.', row('2026-12-24', { until: 'soon' })],
    ['9 June 2026 is past.', row('2026-06-09')],
    ['1 July 2026 comes before 2 July 2026.', row('2026-07-02', { until: '2026-07-01' })],
    ['More than 62 days at once. Change the hours of the week instead.', row('2026-07-01', { until: '2026-09-01' })],
    ['“09:00–05:00” ends before it begins. Did you mean 09:00–17:00?', row('2026-07-01', { hours: '9-5' })],
    ['Keep the reason to 120 letters.', row('2026-07-01', { reason: 'x'.repeat(121) })],
  ])('say “%s”', (complaint, wrong) => {
    expect(complaintsOf(row('2026-06-10'), wrong)).toEqual({ 1: complaint })
  })

  it('take today and a run of 62 days', () => {
    expect(complaintsOf(row('2026-06-10', { until: '2026-08-10' }))).toEqual({})
  })

  it('name a day that stands twice', () => {
    expect(complaintsOf(row('2026-07-01', { until: '2026-07-03' }), row('2026-07-02'))).toEqual({
      1: '2 July 2026 stands twice.',
    })
  })

  it('come back the same from the rows they are shown in', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => today.add({ days }).toString())
    const dated = fc.record({
      day,
      spans: fc.constantFrom([], [['09:00', '12:00'] as const]),
      reason: fc.constantFrom('', 'Strike'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(dated, { selector: (one) => one.day }), (days) => {
        const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
        expect(readDatedRows(withSpareRows(datedRows(sorted)), today)).toEqual({ days: sorted, complaints: new Map() })
      }),
    )
  })

  it('leave two rows to write in, however often the form comes back', () => {
    const once = withSpareRows([row('2026-07-01')])
    expect(once).toHaveLength(3)
    expect(withSpareRows(once)).toHaveLength(3)
  })
})
