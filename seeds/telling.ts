import type { Answers, Cause } from '../src/features/reflections/fields.ts'

/** How a contact went, in six kinds; touchpoints.ts says how often each happens where. */
export type Outcome = 'good' | 'cold' | 'kind' | 'poor' | 'bot' | 'nobody'

/** What one leader wrote about one contact: texts that belong together, and the facts they give away. */
export interface Telling {
  story: string
  /** The only errand it can be about; any at its touchpoint where absent. */
  on?: string
  well?: string
  phrase?: string
  belief?: string
  why?: string
  unsaid?: string
  causes?: readonly Cause[]
  /** How much better than contacts of its kind it felt. */
  felt?: number
  facts?: Partial<
    Pick<
      Answers,
      'reached' | 'wait' | 'transfers' | 'repeated' | 'addressed' | 'correct' | 'escalation' | 'promise' | 'survey'
    >
  >
}

/** Everything told about one touchpoint, by how it went. */
export type Tellings = Partial<Record<Outcome, readonly Telling[]>>
