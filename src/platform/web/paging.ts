/** The page of a list that an address asks for: 1 unless it is a number a list could have. */
export function pageAsked(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
