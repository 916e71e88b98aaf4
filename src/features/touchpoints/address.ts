/** Where customers find a touchpoint: what an address is on each channel, how it is read, shown and opened. */

import type { Reading } from '../../lib/reading.ts'
import { phoneAsTyped, phoneInWords, phoneLink, readPhone } from './phone.ts'
import type { Channel } from './touchpoint.ts'

/** How the form asks for it. */
export const ADDRESS_ASKED: Readonly<Record<Channel, { label: string; hint: string }>> = {
  phone: { label: 'Number', hint: 'As customers dial it, for example 0808 157 0342.' },
  chat: { label: 'Where the chat is', hint: 'A link, or in words where customers find it.' },
  email: { label: 'E-mail address', hint: 'The one customers write to.' },
  web_form: { label: 'Link to the form', hint: 'For example https://example.com/contact.' },
  app: { label: 'Which app', hint: 'Its name in the store, or a link to it.' },
  social: { label: 'Account', hint: 'For example @example on Mastodon, or a link.' },
  shop: { label: 'Street and town', hint: 'As a visitor would look it up.' },
}

const LONGEST = 300

/** Reads what was typed; the value is what is kept (a number in E.164, a link with its scheme, words on one line). */
export function readAddress(channel: Channel, typed: string, country: string): Reading<string> {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (channel === 'phone') return readPhone(text, country)
  if (text === '') return { complaint: `${ADDRESS_ASKED[channel].label}: say where customers find it.` }
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
