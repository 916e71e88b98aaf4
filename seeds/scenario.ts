import type { Detail, LibraryScenario } from '../src/features/scenarios/scenario.ts'

/** One of Northwind’s errands: a scenario of the starter library with the company’s own story, and what it changes besides. */
export interface Errand extends Partial<Pick<LibraryScenario, 'purpose' | 'ifAsked' | 'never' | 'afterwards'>> {
  key: string
  /** The scenario of the library it was adapted from. */
  from: string
  title: string
  touchpoints: readonly string[]
  languages: readonly string[]
  errand: string
  coverStory: string
  openingLine: string
  /** The test customer; invented, and known to the lead only. */
  details: readonly Detail[]
}

export const EN = ['en'] as const
export const EVERYWHERE = ['en', 'de', 'sv'] as const

/** A test customer as Maud has set them up. */
export function customer(name: string, address: string, account: string, ...more: [string, string][]): Detail[] {
  const pairs: [string, string][] = [['Name', name], ['Address', address], ['Account', account], ...more]

  return pairs.map(([label, value]) => ({ label, value }))
}
