/** What came of reading something a person typed: its value, or one clear sentence that stands beside the field. */
export type Reading<T> = { value: T } | { complaint: string }
