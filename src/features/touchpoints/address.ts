/** Where customers find a touchpoint: what an address is on each channel, how it is read, shown and opened. */

import type { Reading } from '../../lib/reading.ts'
import { phoneAsTyped, phoneInWords, phoneLink, readPhone } from './phone.ts'
import type { Channel } from './touchpoint.ts'

const LONGEST = 300

/** Reads what was typed; the value is what is kept (a number in E.164, a link with its scheme, words on one line). */
export function readAddress(channel: Channel, typed: string, country: string): Reading<string> {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (channel === 'phone') return readPhone(text, country)
  if (text === '') return { complaint: MISSING[channel] }
  if (text.length > LONGEST) return { complaint: `This is too long. Use at most ${LONGEST} letters.` }
  if (channel === 'email') return readEmail(text)
  if (channel === 'shop') return { value: text }
  if (channel === 'web_form' || looksLikeLink(text)) return readLink(text)

  return { value: text }
}

/** A number the national way, a link without its scheme, everything else as it stands. */
export function addressInWords(channel: Channel, address: string, readerCountry?: string): string {
  if (channel === 'phone') return phoneInWords(address, readerCountry)

  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** What goes into the form again; reading it gives the same address. */
export function addressAsTyped(channel: Channel, address: string, country: string): string {
  return channel === 'phone' ? phoneAsTyped(address, country) : address
}

/**
 * A link that opens it, or null. Mail has none on purpose: the device would offer the leader's company account.
 */
export function addressLink(channel: Channel, address: string): string | null {
  if (channel === 'phone') return phoneLink(address)

  return channel !== 'email' && /^https?:\/\//.test(address) ? address : null
}

const MISSING: Readonly<Record<Exclude<Channel, 'phone'>, string>> = {
  chat: 'Say where the chat is: a link, or in words where customers find it.',
  email: 'Give the address customers write to.',
  web_form: 'Give the link to the form, for example https://example.com/contact.',
  app: 'Give the app’s name in the store, or a link to it.',
  social: 'Give the account, for example @example on Bluesky, or a link.',
  shop: 'Give the street and the town, as a visitor would look it up.',
}

const EMAIL = /^[^\s@<>()[\]",;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

function readEmail(text: string): Reading<string> {
  const address = text.replace(/^mailto:/i, '')
  if (!EMAIL.test(address))
    return { complaint: `“${text}” is not an e-mail address. It looks like service@example.com.` }

  return { value: address }
}

function looksLikeLink(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text) || (/^[^\s@]+\.[a-z]{2,}(\/|$)/i.test(text) && !text.includes(' '))
}

/** Only the web: a link that runs a script or opens a file has no place on a page. */
function readLink(text: string): Reading<string> {
  const complaint = `“${text}” is not a link. It looks like https://example.com/contact.`
  const url = URL.parse(/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || /\s/.test(text)) return { complaint }
  if (url.username || url.password) return { complaint: 'This link holds a user name. Use the address customers see.' }

  return { value: url.href }
}
