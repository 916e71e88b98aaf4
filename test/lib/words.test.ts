import { describe, expect, it } from 'vitest'
import { daysInWords } from '../../src/lib/words.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('days in words', () => {
  it.each([
    ['2026-06-09', '2026-06-20', '9–20 June'],
    ['2026-06-28', '2026-07-03', '28 June – 3 July'],
    ['2026-06-09', '2026-06-09', '9 June'],
  ])('say %s to %s as a span', (from, to, words) => {
    expect(daysInWords(day(from), day(to)).replace(/\s/g, ' ')).toBe(words)
  })
})
