import type { Role } from '../src/context.ts'

/** Somebody at Northwind Energy. Everybody is invented. */
export interface Person {
  id: string
  name: string
  title: string
  /** Empty: no department. */
  department: string
  country: 'GB' | 'DE' | 'SE'
  languages: readonly string[]
  roles: readonly Role[]
  /** Months before today in which they came and went; absent: there from the start, still there. */
  joined?: number
  left?: number
}

/** What a leader brings along to every contact: how much more they expect than comes, and how they judge. */
export interface Temper {
  /** Added to what a stranger would expect, −1 to 2. */
  hope: number
  /** Added to what a stranger would feel, −1 to 1. */
  heart: number
  /** How often they find the time, 0 to 1. */
  diligence: number
}

const ZONES = { GB: 'Europe/London', DE: 'Europe/Berlin', SE: 'Europe/Stockholm' } as const

export function zoneOf({ country }: Person): string {
  return ZONES[country]
}

/** The six the sign-in page offers, by key, in this order. */
export const CAST = [
  { key: 'nora', name: 'Nora Lindqvist', does: 'a leader with a contact to make' },
  { key: 'viktor', name: 'Viktor Hale', does: 'a leader with a reflection to write' },
  { key: 'maud', name: 'Maud Bergström', does: 'who leads the program' },
  { key: 'otto', name: 'Otto Fuchs', does: 'who owns touchpoints' },
  { key: 'rhea', name: 'Rhea Castellan', does: 'who reviews for the board' },
  { key: 'alva', name: 'Alva Nyström', does: 'the admin' },
] as const

export const DEPARTMENTS = {
  operations: 'Operations',
  finance: 'Finance',
  service: 'Customer service',
  grid: 'Grid',
  sales: 'Sales',
  technology: 'Technology',
  people: 'People and legal',
} as const

const leader = (
  id: string,
  name: string,
  title: string,
  department: keyof typeof DEPARTMENTS | null,
  from: [Person['country'], ...string[]],
  more: Partial<Person> = {},
): Person => {
  const [country, ...languages] = from

  return {
    id,
    name,
    title,
    department: department ? DEPARTMENTS[department] : '',
    country,
    languages,
    roles: ['leader'],
    ...more,
  }
}

/** 24 leaders, one of whom joined half-way, and one more who has left. */
export const LEADERS: readonly Person[] = [
  leader('nora', 'Nora Lindqvist', 'Chief operating officer', 'operations', ['GB', 'en', 'sv']),
  leader('viktor', 'Viktor Hale', 'Chief financial officer', 'finance', ['GB', 'en']),
  leader('amara', 'Amara Osei', 'Director of customer service', 'service', ['GB', 'en']),
  leader('tomas', 'Tomás Rivera', 'Chief information officer', 'technology', ['GB', 'en', 'es']),
  leader('ingrid', 'Ingrid Solheim', 'Chief people officer', 'people', ['SE', 'sv', 'en']),
  leader('devika', 'Devika Rao', 'General counsel', 'people', ['GB', 'en']),
  leader('jonas', 'Jonas Weber', 'Grid director, Germany', 'grid', ['DE', 'de', 'en']),
  leader('leila', 'Leila Haddad', 'Retail director', 'sales', ['GB', 'en', 'fr'], { roles: ['leader', 'owner'] }),
  leader('patrick', 'Patrick Dunne', 'Director of solar and storage', 'sales', ['GB', 'en'], {
    roles: ['leader', 'owner'],
  }),
  leader('mei', 'Mei Tanaka', 'Director of field operations', 'operations', ['GB', 'en', 'ja']),
  leader('claire', 'Claire Beaumont', 'Director of communications', 'people', ['GB', 'en', 'fr']),
  leader('oskar', 'Oskar Nyberg', 'Head of digital', 'technology', ['SE', 'sv', 'en']),
  leader('henrik', 'Henrik Falk', 'Director of strategy', 'finance', ['SE', 'sv', 'en', 'de']),
  leader('yasmin', 'Yasmin Karim', 'Director of regulation', 'people', ['GB', 'en']),
  leader('birgit', 'Birgit Hoffmann', 'Managing director, Germany', 'operations', ['DE', 'de', 'en']),
  leader('lukas', 'Lukas Brandt', 'Head of service, Germany', 'service', ['DE', 'de', 'en']),
  leader('sofia', 'Sofia Ekman', 'Managing director, Sweden', 'sales', ['SE', 'sv', 'en']),
  leader('george', 'George Adeyemi', 'Chief executive', null, ['GB', 'en']),
  leader('fiona', 'Fiona Mackay', 'Director of networks', 'grid', ['GB', 'en']),
  leader('anil', 'Anil Mehta', 'Group treasurer', 'finance', ['GB', 'en']),
  leader('katrin', 'Katrin Vogel', 'Head of people, Germany', 'people', ['DE', 'de', 'en']),
  leader('stefan', 'Stefan Krämer', 'Head of infrastructure', 'technology', ['DE', 'de', 'en']),
  leader('hannah', 'Hannah Price', 'Director of marketing', 'sales', ['GB', 'en']),
  leader('emil', 'Emil Sandberg', 'Head of grid planning', 'grid', ['SE', 'sv', 'en'], { joined: 6 }),
  leader('graham', 'Graham Pell', 'Director of metering', 'operations', ['GB', 'en'], { left: 5 }),
]

/** Everybody else with an account. */
export const OTHERS: readonly Person[] = [
  leader('alva', 'Alva Nyström', 'Systems administrator', null, ['SE', 'sv', 'en'], { roles: ['admin'] }),
  leader('maud', 'Maud Bergström', 'Head of customer experience', null, ['GB', 'en', 'sv'], { roles: ['lead'] }),
  leader('otto', 'Otto Fuchs', 'Head of customer accounts', 'service', ['GB', 'en', 'de'], { roles: ['owner'] }),
  leader('rhea', 'Rhea Castellan', 'Non-executive director', null, ['GB', 'en'], { roles: ['reviewer'] }),
  leader('petra', 'Petra Lang', 'Head of service quality, Germany', 'service', ['DE', 'de', 'en'], {
    roles: ['owner'],
  }),
  leader('samir', 'Samir Chaudhry', 'Head of digital service', 'technology', ['GB', 'en'], { roles: ['owner'] }),
  leader('joan', 'Joan Whitby', 'Head of network control', 'grid', ['GB', 'en'], { roles: ['owner'] }),
]

/** By id; whoever is not named here is like most of us. */
export const TEMPERS: Readonly<Record<string, Temper>> = {
  nora: { hope: 0.9, heart: 0.1, diligence: 0.97 },
  viktor: { hope: 1.4, heart: -0.2, diligence: 0.9 },
  amara: { hope: 1.6, heart: 0.2, diligence: 0.98 },
  tomas: { hope: 0.8, heart: -0.1, diligence: 0.75 },
  devika: { hope: 0.1, heart: -0.3, diligence: 0.95 },
  jonas: { hope: 0.7, heart: -0.3, diligence: 0.9 },
  patrick: { hope: 1.5, heart: 0.3, diligence: 0.8 },
  claire: { hope: 0.6, heart: 0.3, diligence: 0.92 },
  henrik: { hope: 0.2, heart: -0.4, diligence: 0.85 },
  george: { hope: 1.8, heart: 0, diligence: 0.7 },
  fiona: { hope: 0.9, heart: 0.2, diligence: 0.96 },
  hannah: { hope: 1.3, heart: 0.3, diligence: 0.88 },
  emil: { hope: 0.4, heart: 0, diligence: 0.98 },
}

export const USUAL_TEMPER: Temper = { hope: 0.8, heart: 0, diligence: 0.91 }
