import { describe, expect, it } from 'vitest'
import { dayInWords, daysInWords, daysOfYearsInWords, inNameOrder, isSameName, unbroken } from '../../src/lib/words.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('days in words', () => {
  it.each([
    ['2026-06-09', '2026-06-20', '9–20 June'],
    ['2026-06-28', '2026-07-03', '28 June – 3 July'],
    ['2026-06-09', '2026-06-09', '9 June'],
  ])('say %s to %s as a span', (from, to, words) => {
    expect(daysInWords(day(from), day(to)).replace(/\s/g, ' ')).toBe(words)
    expect(daysInWords(from, to)).toBe(daysInWords(day(from), day(to)))
  })

  it.each([
    ['2026-07-06', '2026-07-17', '6–17 July 2026'],
    ['2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027'],
    ['2026-06-11', '2026-06-11', '11 June 2026'],
  ])('say %s to %s with the year', (from, to, words) => {
    expect(daysOfYearsInWords(day(from), day(to)).replace(/\s/g, ' ')).toBe(words)
  })

  it('say a day as rows keep it, and nothing else', () => {
    expect(dayInWords('2026-06-11')).toBe('11 June 2026')
    expect(() => dayInWords('2026-06-31')).toThrow(RangeError)
  })
})

describe('names in order', () => {
  const names = ['Zoe', 'Ärger', 'anna', 'Bo', 'Öl', 'Olga', 'Anna']
  it.each([
    ['en-GB', ['anna', 'Anna', 'Ärger', 'Bo', 'Öl', 'Olga', 'Zoe']],
    ['sv-SE', ['anna', 'Anna', 'Bo', 'Olga', 'Zoe', 'Ärger', 'Öl']],
  ])('stand as %s looks them up', (locale, inOrder) => {
    expect(inNameOrder(names, (name) => name, locale)).toEqual(inOrder)
  })
})

describe('a name in a narrow column', () => {
  it.each([
    ['Complaints by e-mail', 'Complaints by e-\u2060mail'],
    ['E-Mail, T-shirts', 'E-\u2060Mail, T-\u2060shirts'],
    ['Moving-home chat', 'Moving-home chat'],
    ['9-to-5 line, B-2', '9-to-5 line, B-2'],
  ])('%s breaks where a reader would break it', (name, written) => {
    expect(unbroken(name)).toBe(written)
  })
})

describe('a name', () => {
  it.each([
    ['Öffentlichkeit', 'ÖFFENTLICHKEIT'],
    ['Café', 'Cafe\u0301'],
    ['Отдел продаж', 'ОТДЕЛ ПРОДАЖ'],
    ['Billing line', ' billing\u00a0 Line '],
  ])('%s is the same as %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true)
  })

  it.each([
    ['Öl', 'Ol'],
    ['Line 1', 'Line 2'],
    ['', 'a'],
  ])('%s is another than %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false)
  })
})
