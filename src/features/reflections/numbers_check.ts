/** E-mail addresses, phone numbers and account numbers in a text: what points at one person or one customer. */

export interface Span {
  from: number
  to: number
}

export interface NumberFinding extends Span {
  kind: 'email' | 'phone' | 'account' | 'staff'
}

const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu

/** Said before a number, these make even a short one a customer's. */
const ACCOUNT_WORD =
  /\b(?:account|customer|reference|ref|contract|case|ticket|order|invoice|meter|policy|card|iban|booking|complaint|member(?:ship)?)(?:\s+(?:number|no|id|code))?\.?\s*(?:is|was|:|#|no\.)?\s*#?\s*((?=[A-Z\d/-]*\d{4})[A-Z\d]+(?:[/-][A-Z\d]+|\s(?=[A-Z]*\d)[A-Z\d]+)*)/giu

/** The number of somebody who works there, or of their desk. */
const STAFF_NUMBER =
  /\b(?:ext(?:ension)?|durchwahl|(?:agent|adviser|advisor|operator|employee|staff|colleague|badge|desk)(?:['’]s)?(?:\s+(?:number|no|id|code))?)\b\.?\s*(?:is|was|:|#|no\.)?\s*#?\s*(\d{3,8})(?![\p{L}\d])/giu

/** Digits in groups, perhaps with letters before them; what is really a date, a sum or an amount is told apart below. */
const DIGITS = /(?<![\p{L}\d.,£€$])(?:\+|00)?(?:[A-Z]{1,4}[-\s]?)?\(?\d[\d\s()/.-]*\d(?![\p{L}\d])/gu

const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d)$/
const AMOUNT_AFTER =
  /^\s?(?:%|per cent|percent|kwh|kw|mwh|euros?|pounds?|dollars?|pence|cents?|people|customers|calls|times|minutes|seconds|hours|days|weeks|months|years)\b/i
const MONEY_BEFORE = /(?:[£€$]|eur|gbp|usd|chf|sek)\s?$/i

/** Everything found, in the order of the text; overlaps are reported once. */
export function findNumbers(text: string): NumberFinding[] {
  const found: NumberFinding[] = []
  const add = (finding: NumberFinding) => {
    if (!found.some((other) => finding.from < other.to && other.from < finding.to)) found.push(finding)
  }
  for (const match of text.matchAll(EMAIL)) add({ kind: 'email', from: match.index, to: match.index + match[0].length })
  for (const match of text.matchAll(ACCOUNT_WORD)) {
    const number = (match[1] ?? '').trimEnd()
    const from = match.index + match[0].lastIndexOf(number)
    if (!DATE.test(number)) add({ kind: 'account', from, to: from + number.length })
  }
  for (const match of text.matchAll(STAFF_NUMBER)) {
    const to = match.index + match[0].length
    if (!AMOUNT_AFTER.test(text.slice(to))) add({ kind: 'staff', from: to - (match[1] ?? '').length, to })
  }
  for (const match of text.matchAll(DIGITS)) {
    const kind = kindOf(match[0], text.slice(0, match.index), text.slice(match.index + match[0].length))
    if (kind) add({ kind, from: match.index, to: match.index + match[0].length })
  }

  return found.sort((a, b) => a.from - b.from)
}

function kindOf(number: string, before: string, after: string): 'phone' | 'account' | null {
  const digits = number.replace(/\D/g, '').length
  if (digits < 6 || DATE.test(number.trim()) || AMOUNT_AFTER.test(after) || MONEY_BEFORE.test(before)) return null
  if (/^\d{1,3}(?:[.\s]\d{3})+$/.test(number) && digits < 9) return null
  if (/^(?:\+|00|\(?0)/.test(number) && digits >= 7) return 'phone'

  return 'account'
}
