import { COUNTRIES, isLocale } from '../../lib/regions.ts'
import type { Founding } from '../members/organisation.ts'

/** What a company most likely answers, read from the languages a browser asks for ("de-AT,de;q=0.9,en;q=0.8"). */
export function guessFounding(acceptLanguage: string): Founding {
  const asked = acceptLanguage
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .map(readLocale)
    .find((locale) => locale !== undefined)
  const { language, region } = (asked ?? new Intl.Locale('en-GB')).maximize()
  const country = region ?? 'GB'
  const locale = `${language}-${country}`

  return {
    name: '',
    locale: isLocale(locale) ? locale : `en-${country}`,
    country: COUNTRIES.find((offered) => offered === country) ?? 'GB',
    timeZone: MAIN_ZONES[country] ?? zonesOf(country)[0] ?? 'Europe/London',
    fiscalYearStart: FISCAL_STARTS[country] ?? 1,
  }
}

/** Where a country has several zones: the one most companies sit in. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  UA: 'Europe/Kiev',
  US: 'America/New_York',
}

/** Where most companies' years do not begin in January. */
const FISCAL_STARTS: Readonly<Record<string, number>> = { AU: 7, IN: 4, JP: 4, NZ: 4, SG: 4 }

function readLocale(tag: string): Intl.Locale | undefined {
  try {
    return tag === '' || tag === '*' ? undefined : new Intl.Locale(tag)
  } catch {
    return undefined
  }
}

function zonesOf(country: string): readonly string[] {
  return new Intl.Locale(`und-${country}`).getTimeZones() ?? []
}
