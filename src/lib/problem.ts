/** Why the product refuses. One status table (platform/web/errors.ts) turns each into an HTTP status. */
export type Refusal = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'gone' | 'too_many' | 'unavailable'

/** The one way to refuse: a reason for machines and a sentence for people. Anything else thrown is a bug. */
export class Problem extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, sentence: string) {
    super(sentence)
    this.name = 'Problem'
    this.refusal = refusal
  }
}

/** What a person has to correct, field by field; pages show each complaint beside its field (422). */
export class Invalid extends Problem {
  readonly complaints: Complaints

  constructor(complaints: Complaints) {
    super('invalid', Object.values(complaints)[0] ?? 'Something is missing or not right.')
    this.name = 'Invalid'
    this.complaints = complaints
  }
}

/** Throws Invalid where there is anything to correct. */
export function refuseIfAny(complaints: Complaints): void {
  if (Object.keys(complaints).length > 0) throw new Invalid(complaints)
}

/** A form was shown for a version that somebody else has overtaken: pages show both texts (409). */
export function changedMeanwhile(): Problem {
  return new Problem(
    'conflict',
    'Somebody else changed this while you were typing. Your words are below. Look at what is saved now, then save again.',
  )
}

/** By what Node and SQLite call a failure, for instance ENOENT or SQLITE_BUSY; empty for anything they have no word for. */
export function codeOf(error: unknown): string {
  const { code } = Object(error)

  return typeof code === 'string' ? code : ''
}

/** What was thrown, in its own words: for whoever looks after the machine, never for whoever filled in a form. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Field name to one clear sentence. */
export type Complaints = Record<string, string>
