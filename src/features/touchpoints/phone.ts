/** Telephone numbers of the company: read as typed, shown the national way, and what a caller gives away by ringing them. */

import { type PhoneNumber, type PhoneTrouble, parsePhone } from '../../lib/phone_numbers.ts'
import type { Reading } from '../../lib/reading.ts'

/** Whether the company is kept from seeing who calls. */
export type Withholding = 'works' | 'does_not_work' | 'not_sure'

const LONGEST = 60

/**
 * Reads a number as somebody in `country` would dial it. The value is what is kept: E.164, or the bare digits of a short code.
 * Letters on a keypad become digits ("0800 FLOWERS"). A short code has to be called one, else it is a number with digits missing.
 */
export function readPhone(typed: string, country: string): Reading<string> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { complaint: 'Give the number customers dial.' }
  if (text.length > LONGEST) return { complaint: 'This is too long for one telephone number.' }
  const digits = text.replace(/\D/g, '')
  if (isEmergency(digits, country)) return { complaint: `${digits} is an emergency number. Leaders never contact it.` }
  if (SHORT_CODE.test(text)) return readShortCode(digits)

  const number = parsePhone(keypad(text), country)

  return typeof number === 'string'
    ? { complaint: complaintOf(number, text, digits, country) }
    : { value: number.address }
}

/** "0808 157 0342" in its own country or where the reader's is not known; "+44 808 157 0342" for a reader anywhere else. */
export function phoneInWords(address: string, readerCountry?: string): string {
  const number = phoneOf(address)
  if (!number) return address

  return readerCountry && number.country !== readerCountry ? number.international : number.national
}

/** What goes into the form again, so that reading it gives the same number. */
export function phoneAsTyped(address: string, country: string): string {
  return phoneOf(address) ? phoneInWords(address, country) : `short code ${address}`
}

export function phoneLink(address: string): string {
  return `tel:${address}`
}

export function isTollFree(address: string): boolean {
  return phoneOf(address)?.kind === 'toll_free'
}

/** Ringing a premium number costs the caller money at once. */
export function isPremium(address: string): boolean {
  return phoneOf(address)?.kind === 'premium'
}

/**
 * PRODUCT.md §2: toll-free lines receive the caller's number even when it is withheld, because whoever pays for a call may see
 * where it came from. Of short codes and shared-cost numbers nobody outside the network knows.
 */
export function withholding(address: string): Withholding {
  const kind = phoneOf(address)?.kind
  if (kind === 'toll_free') return 'does_not_work'

  return kind === 'ordinary' || kind === 'mobile' ? 'works' : 'not_sure'
}

const SHORT_CODE = /^short ?code:?\s*\d[\d\s]*$/i
/** Numbers somebody may need to stay alive. The first reach help nearly everywhere, the others in their own country. */
const EMERGENCY = ['112', '911', '999']
const EMERGENCY_IN: Readonly<Record<string, readonly string[]>> = {
  AT: ['122', '133', '144'],
  AU: ['000'],
  CH: ['117', '118', '144'],
  CN: ['110', '119', '120'],
  DE: ['110'],
  FR: ['15', '17', '18', '114', '115', '119'],
  IT: ['113', '115', '118'],
  JP: ['110', '119'],
  NO: ['110', '113'],
  NZ: ['111'],
}

function isEmergency(digits: string, country: string): boolean {
  return EMERGENCY.includes(digits) || (EMERGENCY_IN[country] ?? []).includes(digits)
}

function readShortCode(digits: string): Reading<string> {
  if (digits.length >= 3 && digits.length <= 6) return { value: digits }

  return { complaint: 'A short code has three to six digits.' }
}

const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']

/** A name behind the first digits is spelled on the keypad; an extension ("ext 12") is not. */
function keypad(text: string): string {
  if (!/^[+\d][\d\s()./-]*[a-z]{3,}[a-z\d\s-]*$/i.test(text) || /ext/i.test(text)) return text

  return text.toLowerCase().replace(/[a-z]/g, (letter) => String(KEYS.findIndex((key) => key.includes(letter)) + 2))
}

/** Kept addresses carry their country code; a short code is nobody's number. */
function phoneOf(address: string): PhoneNumber | null {
  const number = address.startsWith('+') ? parsePhone(address, '') : 'no_number'

  return typeof number === 'string' ? null : number
}

function complaintOf(trouble: PhoneTrouble, text: string, digits: string, country: string): string {
  const place = text.startsWith('+') ? '' : ` in ${countryName(country)}`
  if (trouble === 'no_country') return `“${text}” does not begin with a country code that exists.`
  if (trouble === 'too_short' && digits.length <= 6)
    return `“${text}” is too short for a number${place}. If it is a short code, write “short code ${digits}”.`
  if (trouble === 'too_short') return `“${text}” has too few digits for a number${place}.`
  if (trouble === 'too_long') return `“${text}” has too many digits for a number${place}.`
  if (trouble === 'not_in_plan')
    return `“${text}” is not a number that can be dialled${place}. Check each digit, or begin with + and the country code.`

  return `“${text}” is not one telephone number. Write it like 0808 157 0342 or +44 808 157 0342.`
}

function countryName(country: string): string {
  const name = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' }).of(country) ?? country

  return /^United /.test(name) ? `the ${name}` : name
}
