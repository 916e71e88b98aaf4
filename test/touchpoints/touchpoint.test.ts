import { describe, expect, it } from 'vitest'
import { addressAsTyped, addressInWords, addressLink, readAddress } from '../../src/features/touchpoints/address.ts'
import { coverAdvice } from '../../src/features/touchpoints/cover.ts'
import { CHANNELS, isLive, readAnswerDays, readWeight } from '../../src/features/touchpoints/touchpoint.ts'
import { percentOf, readShares } from '../../src/features/touchpoints/traffic.ts'
import type { Span } from '../../src/lib/days.ts'

describe('the address of a touchpoint', () => {
  it.each([
    ['phone', '0808 157 0342', '+448081570342'],
    ['chat', 'example.com/help', 'https://example.com/help'],
    ['chat', 'The button at the foot of every page', 'The button at the foot of every page'],
    ['email', ' service@example.com ', 'service@example.com'],
    ['email', 'mailto:hilfe@bücher.example', 'hilfe@bücher.example'],
    ['web_form', 'http://example.com/contact?x=1', 'http://example.com/contact?x=1'],
    ['social', '@example on Bluesky', '@example on Bluesky'],
    ['app', 'Example for iPhone', 'Example for iPhone'],
    ['shop', '12 High Street,\n Leeds', '12 High Street, Leeds'],
  ] as const)('is read per channel: %s “%s”', (channel, typed, address) => {
    expect(readAddress(channel, typed, 'GB')).toEqual({ value: address })
    expect(readAddress(channel, addressAsTyped(channel, address, 'GB'), 'GB')).toEqual({ value: address })
  })

  it.each([
    ['email', 'service@example'],
    ['email', 'a@b@example.com'],
    ['email', 'service@example..com'],
    ['web_form', 'our website'],
    ['web_form', 'javascript:alert(1)'],
    ['chat', 'javascript:alert(1)'],
    ['app', 'file:///etc/passwd'],
    ['web_form', 'https://maud:secret@example.com/'],
    ['web_form', 'ftp://example.com'],
    ['shop', ' '],
    ['shop', 'x'.repeat(301)],
  ] as const)('is refused with a sentence: %s “%.40s”', (channel, typed) => {
    expect(readAddress(channel, typed, 'GB')).toEqual({ complaint: expect.stringMatching(/\.$/) })
  })

  it('opens where that keeps the cover: never the company’s mail', () => {
    expect(addressLink('phone', '+448081570342')).toBe('tel:+448081570342')
    expect(addressLink('chat', 'https://example.com/help')).toBe('https://example.com/help')
    expect(addressLink('email', 'service@example.com')).toBeNull()
    expect(addressLink('shop', '12 High Street')).toBeNull()
    expect(addressInWords('chat', 'https://example.com/')).toBe('example.com')
  })
})

describe('the advice on cover', () => {
  it('is there for each channel, its first sentence short', () => {
    for (const channel of CHANNELS) {
      const [first = '', ...more] = coverAdvice(channel, '+448081570342')
      expect(first.length).toBeLessThan(70)
      expect(more).not.toEqual([])
    }
  })

  it('never says that withholding works on a toll-free line', () => {
    expect(coverAdvice('phone', '+448081570342')[0]).toBe('Withholding your number does not work here.')
    expect(coverAdvice('phone', '+442079460958')[0]).toBe('Withhold your number.')
    expect(coverAdvice('phone', '105')[0]).toBe('Do not rely on withholding your number.')
  })

  it('asks for a phone the company does not know on every line', () => {
    for (const address of ['+448081570342', '+442079460958', '105']) {
      expect(coverAdvice('phone', address).join(' ')).toContain('a phone the company does not know')
    }
  })
})

describe('weight and promised answers', () => {
  it.each([
    ['', 1],
    ['2', 2],
    ['1,5', 1.5],
    ['0.333', 0.33],
    ['100', 100],
  ] as const)('reads the weight “%s”', (typed, weight) => {
    expect(readWeight(typed)).toEqual({ value: weight })
  })

  it.each(['0', '-1', '101', 'much', 'Infinity', '1e9', '0.001'])('refuses the weight “%s”', (typed) => {
    expect(readWeight(typed)).toHaveProperty('complaint')
  })

  it('asks only mail and forms when they answer', () => {
    expect(CHANNELS.filter((channel) => !isLive(channel))).toEqual(['email', 'web_form', 'social'])
    expect(readAnswerDays('phone', '3')).toEqual({ value: null })
    expect(readAnswerDays('email', '3')).toEqual({ value: 3 })
    for (const typed of ['', '0', '61', '2.5', 'soon'])
      expect(readAnswerDays('web_form', typed)).toHaveProperty('complaint')
  })
})

describe('traffic over the day', () => {
  const nineToFive: readonly Span[] = [['09:00', '17:00']]
  const weekly = { mon: nineToFive, tue: nineToFive }

  it('is typed in per cent and kept as shares that add up to one', () => {
    expect(readShares({ morning: '60', midday: '', afternoon: '40 %' }, weekly)).toEqual({
      value: { morning: 0.6, afternoon: 0.4 },
    })
    expect(readShares({ morning: '33', midday: '33', afternoon: '33' }, weekly)).toEqual({
      value: { morning: 1 / 3, midday: 1 / 3, afternoon: 1 / 3 },
    })
    expect(readShares({}, weekly)).toEqual({ value: null })
    expect(percentOf(1 / 3)).toBe('33.3')
  })

  it('says what does not add up, at its field', () => {
    expect(readShares({ morning: '60', afternoon: '30' }, weekly)).toEqual({
      complaints: { morning: 'Together these are 90, not 100. Leave all empty if you do not know.' },
    })
    expect(readShares({ morning: '60', evening: '40' }, weekly)).toEqual({
      complaints: { evening: 'It is never open then, so nobody can come then.' },
    })
    expect(readShares({ morning: '-10', midday: 'lots' }, weekly)).toMatchObject({
      complaints: { morning: expect.any(String), midday: expect.any(String) },
    })
  })
})
