/** Telephone numbers by the published numbering plans. Only the full metadata knows which numbers are toll-free. */

import type * as Plans from 'libphonenumber-js/max'
import { whenNeeded } from './when_needed.ts'

export type PhoneKind = 'toll_free' | 'premium' | 'shared_cost' | 'mobile' | 'ordinary'

export interface PhoneNumber {
  /** E.164, with ";ext=12" behind it where there is an extension. */
  address: string
  national: string
  international: string
  /** The two letters of its country; null for the numbers that belong to none, such as +800. */
  country: string | null
  kind: PhoneKind
}

export type PhoneTrouble = 'no_number' | 'no_country' | 'too_short' | 'too_long' | 'not_in_plan'

/** Reads a number as it is dialled in a country ("GB"), or from anywhere when it begins with + or 00. */
export function parsePhone(text: string, country: string): PhoneNumber | PhoneTrouble {
  const { isSupportedCountry, ParseError, parsePhoneNumberWithError, validatePhoneNumberLength } = plans()
  const options = isSupportedCountry(country) ? { defaultCountry: country } : {}
  try {
    const number = parsePhoneNumberWithError(text, options)
    if (!number.isValid()) return TROUBLES[validatePhoneNumberLength(text, options) ?? ''] ?? 'not_in_plan'

    return {
      address: number.ext ? `${number.number};ext=${number.ext}` : number.number,
      national: number.country ? number.formatNational() : number.formatInternational(),
      international: number.formatInternational(),
      country: number.country ?? null,
      kind: KINDS[number.getType() ?? ''] ?? 'ordinary',
    }
  } catch (error) {
    if (error instanceof ParseError) return TROUBLES[error.message] ?? 'no_number'
    throw error
  }
}

const plans = () => whenNeeded<typeof Plans>('libphonenumber-js/max')

const KINDS: Readonly<Record<string, PhoneKind>> = {
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium',
  SHARED_COST: 'shared_cost',
  MOBILE: 'mobile',
}

const TROUBLES: Readonly<Record<string, PhoneTrouble>> = {
  NOT_A_NUMBER: 'no_number',
  INVALID_COUNTRY: 'no_country',
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  INVALID_LENGTH: 'too_long',
}
