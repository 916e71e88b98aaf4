import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closesNext,
  isOpenAt,
  type OpeningHours,
  openMinutes,
  openNowInWords,
  opensNext,
  spansOn,
} from '../../src/features/touchpoints/opening_hours.ts'
import { type Span, timeOf, WEEKDAYS, type WeeklyHours } from '../../src/lib/days.ts'

const at = (moment: string) => Temporal.Instant.from(moment)
const berlin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant()
const daily = (...spans: Span[]): WeeklyHours => Object.fromEntries(WEEKDAYS.map((day) => [day, spans]))
const hours = (
  weekly: WeeklyHours,
  zone = 'Europe/Berlin',
  exceptions: OpeningHours['exceptions'] = [],
): OpeningHours => ({ zone, weekly, exceptions })

const billing = hours(
  {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    fri: [['22:00', '24:00']],
    sat: [['00:00', '02:00']],
  },
  'Europe/Berlin',
  [
    { day: Temporal.PlainDate.from('2026-12-28'), spans: [['10:00', '11:00']] },
    { day: Temporal.PlainDate.from('2027-01-04'), spans: [] },
  ],
)

describe('opening hours', () => {
  it('are open from the first minute and closed from the last', () => {
    expect(isOpenAt(billing, berlin('2026-06-01T09:00'))).toBe(true)
    expect(isOpenAt(billing, berlin('2026-06-01T11:59:59'))).toBe(true)
    expect(isOpenAt(billing, berlin('2026-06-01T12:00'))).toBe(false)
    expect(isOpenAt(billing, berlin('2026-06-02T10:00'))).toBe(false)
  })

  it('follow the exception of a day, not its weekday', () => {
    expect(isOpenAt(billing, berlin('2026-12-28T09:30'))).toBe(false)
    expect(isOpenAt(billing, berlin('2026-12-28T10:30'))).toBe(true)
    expect(spansOn(billing, Temporal.PlainDate.from('2027-01-04'))).toEqual([])
  })

  it('run over midnight as one opening', () => {
    expect(closesNext(billing, berlin('2026-06-05T22:30'))).toEqual(berlin('2026-06-06T02:00'))
    expect(closesNext(billing, berlin('2026-06-01T10:00'))).toEqual(berlin('2026-06-01T12:00'))
    expect(closesNext(billing, berlin('2026-06-01T12:30'))).toBeNull()
  })

  it('say when they open next, past exceptions and the end of a year', () => {
    expect(opensNext(billing, berlin('2026-06-01T12:30'))).toEqual(berlin('2026-06-01T13:00'))
    expect(opensNext(billing, berlin('2026-06-01T13:00'))).toEqual(berlin('2026-06-01T13:00'))
    expect(
      opensNext(
        hours({ mon: billing.weekly.mon ?? [] }, 'Europe/Berlin', billing.exceptions),
        berlin('2026-12-28T11:00'),
      ),
    ).toEqual(berlin('2027-01-11T09:00'))
  })

  it('may never open, and may never close', () => {
    expect(opensNext(hours({}), at('2026-06-01T10:00Z'))).toBeNull()
    expect(closesNext(hours(daily(['00:00', '24:00'])), at('2026-06-01T10:00Z'))).toBeNull()
    expect(openNowInWords(hours({}), at('2026-06-01T10:00Z'))).toBe('Closed. No opening hours are set.')
    expect(openNowInWords(hours(daily(['00:00', '24:00'])), at('2026-06-01T10:00Z'))).toBe('Open now, day and night.')
  })
})

describe('opening hours when the clocks change', () => {
  const earlyBird = hours(daily(['02:15', '02:45']))

  it('are not open in the hour that is skipped', () => {
    expect(opensNext(earlyBird, berlin('2026-03-29T01:00'))).toEqual(berlin('2026-03-30T02:15'))
    expect(opensNext(hours(daily(['02:30', '09:00'])), berlin('2026-03-29T01:00'))).toEqual(at('2026-03-29T01:00Z'))
  })

  it('are open twice in the hour that comes twice', () => {
    expect(opensNext(earlyBird, at('2026-10-24T23:00Z'))).toEqual(at('2026-10-25T00:15Z'))
    expect(opensNext(earlyBird, at('2026-10-25T00:50Z'))).toEqual(at('2026-10-25T01:15Z'))
    expect(closesNext(hours(daily(['02:00', '10:00'])), at('2026-10-25T00:30Z'))).toEqual(at('2026-10-25T09:00Z'))
  })

  it('are right where midnight itself is skipped or a day is', () => {
    const beirut = hours(daily(['00:00', '01:30']), 'Asia/Beirut')
    expect(opensNext(beirut, at('2026-03-28T21:30Z'))).toEqual(at('2026-03-28T22:00Z'))
    const apia = hours(daily(['09:00', '10:00']), 'Pacific/Apia')
    expect(opensNext(apia, at('2011-12-30T08:00Z'))).toEqual(at('2011-12-30T19:00Z'))
  })
})

describe('opening hours, whatever they are', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Asia/Beirut', 'UTC']
  const span = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .filter(([from, to]) => to > from)
    .map(([from, to]): Span => [timeOf(from * 15), timeOf(to * 15)])
  const anyHours = fc.record({
    zone: fc.constantFrom(...zones),
    weekly: fc.dictionary(fc.constantFrom(...WEEKDAYS), fc.array(span, { maxLength: 1 })),
  })
  const moment = fc
    .integer({ min: 1_767_225_600, max: 1_798_761_600 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

  it('are closed until they open, and open until they close', () => {
    fc.assert(
      fc.property(anyHours, moment, (some, now) => {
        const open = { ...some, exceptions: [] }
        const next = opensNext(open, now)
        if (next === null) return
        expect(isOpenAt(open, next)).toBe(true)
        for (let t = now; Temporal.Instant.compare(t, next) < 0; t = t.add({ minutes: 15 }))
          expect(isOpenAt(open, t)).toBe(false)
        const close = closesNext(open, next)
        if (close) expect(isOpenAt(open, close)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('count each open minute in one daypart', () => {
    fc.assert(
      fc.property(anyHours, ({ weekly }) => {
        const minutes = Object.values(openMinutes(weekly)).reduce((sum, n) => sum + n, 0)
        const spans = Object.values(weekly).flat()
        const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
        expect(minutes).toBe(spans.reduce((sum, [from, to]) => sum + clock(to) - clock(from), 0))
      }),
    )
  })
})

describe('open now, in words', () => {
  it.each([
    ['2026-06-01T10:00', 'Open now, until 12:00.'],
    ['2026-06-01T12:30', 'Closed now. Opens at 13:00.'],
    ['2026-06-05T22:30', 'Open now, until 02:00 tomorrow.'],
    ['2026-06-01T18:00', 'Closed now. Opens at 22:00 on Friday.'],
    ['2026-06-04T18:00', 'Closed now. Opens at 22:00 tomorrow.'],
  ])('at %s says “%s”', (local, words) => {
    expect(openNowInWords(billing, berlin(local))).toBe(words)
  })

  it('names the date beyond a week, and midnight', () => {
    const mondays = hours({ mon: [['18:00', '24:00']] }, 'Europe/Berlin', [
      { day: Temporal.PlainDate.from('2026-06-08'), spans: [] },
    ])
    expect(openNowInWords(mondays, berlin('2026-06-01T20:00'))).toBe('Open now, until midnight.')
    expect(openNowInWords(mondays, berlin('2026-06-02T00:00'))).toBe('Closed now. Opens at 18:00 on 15 June.')
  })

  it('adds the reader’s own time where their clock shows another', () => {
    expect(openNowInWords(billing, berlin('2026-06-01T10:00'), 'Europe/London')).toBe(
      'Open now, until 12:00 (11:00 where you are).',
    )
    expect(openNowInWords(billing, berlin('2026-06-01T10:00'), 'Europe/Oslo')).toBe('Open now, until 12:00.')
  })
})
