import { describe, expect, it } from 'vitest'
import {
  isPremium,
  isTollFree,
  phoneAsTyped,
  phoneInWords,
  phoneLink,
  readPhone,
  withholding,
} from '../../src/features/touchpoints/phone.ts'

describe('a telephone number', () => {
  it.each([
    ['0808 157 0342', 'GB', '+448081570342'],
    ['(0)20 7946-0958', 'GB', '+442079460958'],
    ['+44 (0)20 7946 0958', 'GB', '+442079460958'],
    ['0049 30 901820', 'GB', '+4930901820'],
    ['030 901820', 'DE', '+4930901820'],
    ['1-800-FLOWERS', 'US', '+18003569377'],
    ['020 7946 0958 ext 12', 'GB', '+442079460958;ext=12'],
    ['٠٨٠٨١٥٧٠٣٤٢', 'GB', '+448081570342'],
    ['０８０８ １５７ ０３４２', 'GB', '+448081570342'],
    ['+800 1234 5678', 'GB', '+80012345678'],
    ['short code 105', 'GB', '105'],
    ['Short code: 116 117', 'DE', '116117'],
  ])('is read from “%s” in %s', (typed, country, address) => {
    expect(readPhone(typed, country)).toEqual({ value: address })
  })

  it.each([
    ['', 'GB', 'Give the number customers dial.'],
    [
      '105',
      'GB',
      '“105” is too short for a number in the United Kingdom. If it is a short code, write “short code 105”.',
    ],
    ['020 7946 09588', 'GB', '“020 7946 09588” has too many digits for a number in the United Kingdom.'],
    [
      '0207946095',
      'GB',
      '“0207946095” is not a number that can be dialled in the United Kingdom. Check each digit, or begin with + and the country code.',
    ],
    ['030 901820', 'ZZ', '“030 901820” does not begin with a country code that exists.'],
    ['+999 1234567', 'GB', '“+999 1234567” does not begin with a country code that exists.'],
    ['ask Maud', 'GB', '“ask Maud” is not one telephone number. Write it like 0808 157 0342 or +44 808 157 0342.'],
    [
      '020 7946 0958 or 020 7946 0959',
      'GB',
      '“020 7946 0958 or 020 7946 0959” is not one telephone number. Write it like 0808 157 0342 or +44 808 157 0342.',
    ],
    ['short code 1', 'GB', 'A short code has three to six digits.'],
    ['1'.repeat(70), 'GB', 'This is too long for one telephone number.'],
  ])('is refused with a sentence: “%s” in %s', (typed, country, complaint) => {
    expect(readPhone(typed, country)).toEqual({ complaint })
  })

  it.each([
    ['999', 'GB'],
    ['1 1 2', 'SE'],
    ['short code 911', 'US'],
    ['110', 'DE'],
  ])('is never an emergency number: %s', (typed, country) => {
    expect(readPhone(typed, country)).toEqual({ complaint: expect.stringContaining('emergency number') })
  })

  it('is shown the national way at home and the international way abroad', () => {
    expect(phoneInWords('+448081570342')).toBe('0808 157 0342')
    expect(phoneInWords('+448081570342', 'GB')).toBe('0808 157 0342')
    expect(phoneInWords('+448081570342', 'DE')).toBe('+44 808 157 0342')
    expect(phoneInWords('+80012345678', 'GB')).toBe('+800 1234 5678')
    expect(phoneInWords('105', 'GB')).toBe('105')
  })

  it('opens in a telephone', () => {
    expect(phoneLink('+448081570342')).toBe('tel:+448081570342')
    expect(phoneLink('+442079460958;ext=12')).toBe('tel:+442079460958;ext=12')
    expect(phoneLink('105')).toBe('tel:105')
  })

  it.each(['+448081570342', '+4930901820', '+442079460958;ext=12', '+80012345678', '105'])(
    'is read back from what the form shows: %s',
    (address) => {
      expect(readPhone(phoneAsTyped(address, 'GB'), 'GB')).toEqual({ value: address })
    },
  )

  it.each<[string, string, ReturnType<typeof withholding>]>([
    ['a British freephone number', '+448081570342', 'does_not_work'],
    ['an American toll-free number', '+18003569377', 'does_not_work'],
    ['an Austrian toll-free number', '+43800100100', 'does_not_work'],
    ['a universal freephone number', '+80012345678', 'does_not_work'],
    ['a London number', '+442079460958', 'works'],
    ['a German shared-cost number', '+491805123456', 'not_sure'],
    ['a short code', '105', 'not_sure'],
  ])('tells whether withholding works: %s', (_, address, answer) => {
    expect(withholding(address)).toBe(answer)
    expect(isTollFree(address)).toBe(answer === 'does_not_work')
  })

  it('knows when a call costs the caller money', () => {
    expect(isPremium('+499001234567')).toBe(true)
    expect(isPremium('+448081570342')).toBe(false)
  })
})
