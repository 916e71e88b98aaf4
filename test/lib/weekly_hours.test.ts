import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Span, timeOf, type WeeklyHours } from '../../src/lib/days.ts'
import { hoursInWords, readSpans, readWeek, spansInWords, writeSpans } from '../../src/lib/weekly_hours.ts'

const office: readonly Span[] = [['08:00', '18:00']]
const saturday: readonly Span[] = [['09:00', '13:00']]
const weekdays: WeeklyHours = { mon: office, tue: office, wed: office, thu: office, fri: office }

/** Spans in order with a gap between them, as the product keeps them. */
const keptSpans = fc
  .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 2, maxLength: 8 })
  .map((marks) => marks.toSorted((a, b) => a - b).map((mark) => timeOf(mark * 5)))
  .map((times) =>
    Array.from({ length: Math.floor(times.length / 2) }, (_, i) => [times[2 * i], times[2 * i + 1]] as unknown as Span),
  )

describe('hours as people write them', () => {
  it.each<[string, Span[]]>([
    [
      '09:00–12:00, 13:00–17:00',
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    [
      '9-12, 13:00 to 17:30',
      [
        ['09:00', '12:00'],
        ['13:00', '17:30'],
      ],
    ],
    [
      '13-17 and 9-12',
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    [
      '0930-1200 1300-1700',
      [
        ['09:30', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    ['9am–5pm', [['09:00', '17:00']]],
    ['9–5pm', [['09:00', '17:00']]],
    ['1–5pm', [['13:00', '17:00']]],
    ['noon to midnight', [['12:00', '24:00']]],
    ['12am-12pm', [['00:00', '12:00']]],
    ['9h–12h30', [['09:00', '12:30']]],
    ['8.30—12.00', [['08:30', '12:00']]],
    ['９：００－１７：００', [['09:00', '17:00']]],
    ['18:00–00:00', [['18:00', '24:00']]],
    ['00:00–24:00', [['00:00', '24:00']]],
    ['24/7', [['00:00', '24:00']]],
    ['all day', [['00:00', '24:00']]],
    ['Closed', []],
    ['–', []],
    ['', []],
  ])('reads “%s”', (typed, spans) => {
    expect(readSpans(typed)).toEqual({ value: spans })
  })

  it.each([
    ['9-5', '“09:00–05:00” ends before it begins. Did you mean 09:00–17:00?'],
    ['22:00-02:00', '“22:00–02:00” runs past midnight. Write 22:00–24:00 here and 00:00–02:00 on the next day.'],
    ['09:00–09:00', '“09:00–09:00” ends when it begins.'],
    ['9-12, 11-13', '“09:00–12:00” and “11:00–13:00” overlap.'],
    ['9–25', '“25” is not a time of day.'],
    ['24:00–25:00', '“25:00” is not a time of day.'],
    ['9:60–10', '“9:60” is not a time of day.'],
    ['13pm–14pm', '“13pm” is not a time of day.'],
  ])('says what is wrong with “%s”', (typed, complaint) => {
    expect(readSpans(typed)).toEqual({ complaint })
  })

  it.each(['mornings', '9-12-17', '9', '9:5–10', '9–12 <script>', '-9–12', '9-12 or later', '🕘', '1'.repeat(5000)])(
    'gives an example when it cannot read “%.20s”',
    (typed) => {
      expect(readSpans(typed)).toEqual({ complaint: expect.stringContaining('09:00–12:00, 13:00–17:00') })
    },
  )

  it('makes one opening of two that touch', () => {
    expect(readSpans('09:00–12:00, 12:00–17:00')).toEqual({ value: [['09:00', '17:00']] })
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(keptSpans, (spans) => {
        expect(readSpans(writeSpans(spans))).toEqual({ value: spans })
      }),
    )
  })

  it('answers any text with sorted spans apart from each other or one sentence', () => {
    const digits = fc.stringMatching(/^[0-9:.\-–, apmto]{0,40}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (typed) => {
        const read = readSpans(typed)
        const times = 'value' in read ? read.value.flat() : []
        expect(times).toEqual([...new Set(times)].toSorted())
        expect('complaint' in read ? read.complaint : 'read').not.toBe('')
      }),
    )
  })

  it('complains at the day', () => {
    const { weekly, complaints } = readWeek({ mon: '8-18', tue: 'soon', sun: '' })
    expect(weekly).toEqual({ mon: office })
    expect(Object.keys(complaints)).toEqual(['tue'])
  })
})

describe('hours in words', () => {
  it.each<[string, WeeklyHours]>([
    ['Weekdays 8–18, Saturday 9–13', { ...weekdays, sat: saturday }],
    ['Weekdays 8–18, weekends 9–13', { ...weekdays, sat: saturday, sun: saturday }],
    ['Every day 8–18', { ...weekdays, sat: office, sun: office }],
    ['Monday to Thursday 8–18, Friday 9–13', { ...weekdays, fri: saturday }],
    ['Monday, Tuesday, Thursday and Friday 8–18; Wednesday 9–13', { ...weekdays, wed: saturday }],
    ['Monday and Tuesday 8–18', { mon: office, tue: office }],
    [
      'Weekdays 8:30–12 and 13–17:15',
      Object.fromEntries(
        Object.keys(weekdays).map((day) => [
          day,
          [
            ['08:30', '12:00'],
            ['13:00', '17:15'],
          ],
        ]),
      ),
    ],
    ['Sunday day and night', { sun: [['00:00', '24:00']] }],
    ['Friday 22–24, Saturday 0–2', { fri: [['22:00', '24:00']], sat: [['00:00', '02:00']] }],
    ['No opening hours', {}],
    ['No opening hours', { mon: [] }],
  ])('says “%s”', (words, weekly) => {
    expect(hoursInWords(weekly)).toBe(words)
  })

  it('says day and night for a line that never closes', () => {
    const always: readonly Span[] = [['00:00', '24:00']]
    expect(
      hoursInWords({ mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always }),
    ).toBe('Day and night, every day')
  })

  it('says that a day is closed', () => {
    expect(spansInWords([])).toBe('closed')
  })
})
