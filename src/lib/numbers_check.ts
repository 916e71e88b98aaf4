/** E-mail addresses, phone numbers and account numbers in a text: what points at one person or one customer. */

export interface Span {
  from: number
  to: number
}

export interface NumberFinding extends Span {
  kind: 'email' | 'handle' | 'phone' | 'account' | 'staff'
}

const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu

/** "anna (at) northwind.example": written so that no machine reads it. */
const EMAIL_SPELLED =
  /[\p{L}\d._%+-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\p{L}\d-]{1,63}(?:(?:\.|\s?[([{]dot[)\]}]\s?)[\p{L}\d-]{1,63}){1,8}/giu

/** Somebody on a social network. */
const HANDLE = /(?<![\p{L}\d.@/])@[\p{L}\d_](?:[\p{L}\d_.]{0,28}[\p{L}\d_])?/gu

/** An IBAN, in groups or not. */
const IBAN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,4})?(?![\p{L}\d])/gu

/** "RR123456785GB": capitals and digits in one, more than a model or an error has. */
const CODE = /(?<![\p{L}\d])(?=(?:[A-Z]*\d){6})(?=\d*[A-Z])[A-Z\d]{8,30}(?![\p{L}\d])/gu

/** Said before a number, these make even a short one a customer's. */
const ACCOUNT_WORD =
  /\b(?:account|customer|client|reference|ref|contract|case|ticket|order|invoice|meter|policy|card|iban|booking|complaint|parcel|tracking|shipment|delivery|serial|sort|passport|licence|registration|file|claim|device|member(?:ship)?)(?:\s+(?:number|code|id|point|no\b))*\.?\s*\(?(?:is|was|:|#|(?:no|nr|number)\b\.?)?\s*#?\s*((?=[A-Z\d/-]*\d{4}|\d\d-\d\d-\d\d)[A-Z\d]+(?:[/-][A-Z\d]+|\s(?=[A-Z]*\d)[A-Z\d]+)*)/giu

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
/** With cents, and thousands apart: "1 250.00". */
const SUM = /^\d{1,3}(?:[ ,.]?\d{3})*[.,]\d{2}$/
const READING_BEFORE = /\b(?:readings?|read|stood|stands|showed?|shows)(?:\s(?:was|is|of|at))?:?\s?$/i
const CALLED_ON =
  /\b(?:number|line|phone|mobile|tel|telephone|call|ring|rang|dial|text|fax|whatsapp)\.?(?:\s(?:me|us|her|him|them))?(?:\s(?:back|is|was|on))*:?\s?$/i
/** "the order 2025": a year, unless it is called a number. */
const YEAR = /^(?:19|20)\d\d$/

/** Without one of these there is nothing to find. */
const ANY = /[\d@]|[([{]\s?at/iu

/** Everything found, in the order of the text; overlaps are reported once. */
export function findNumbers(text: string): NumberFinding[] {
  if (!ANY.test(text)) return []
  const found: NumberFinding[] = []
  const add = (finding: NumberFinding) => {
    if (!found.some((other) => finding.from < other.to && other.from < finding.to)) found.push(finding)
  }
  for (const span of matches(EMAIL, text)) add({ kind: 'email', ...span })
  for (const span of matches(EMAIL_SPELLED, text)) add({ kind: 'email', ...span })
  for (const span of matches(HANDLE, text)) add({ kind: 'handle', ...span })
  for (const span of [...matches(IBAN, text), ...findAccounts(text), ...matches(CODE, text)])
    add({ kind: 'account', ...span })
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

function matches(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

function findAccounts(text: string): Span[] {
  return [...text.matchAll(ACCOUNT_WORD)].flatMap((match) => {
    const number = (match[1] ?? '').trimEnd()
    const from = match.index + match[0].lastIndexOf(number)
    const to = from + number.length
    const isYear = YEAR.test(number) && !/\b(?:number|code|id|no|nr)\b|#/i.test(match[0])
    const isDate = DATE.test(number) && !/\bsort\b/i.test(match[0])

    return isYear || isDate || AMOUNT_AFTER.test(text.slice(to)) ? [] : [{ from, to }]
  })
}

function kindOf(number: string, before: string, after: string): 'phone' | 'account' | null {
  const digits = number.replace(/\D/g, '').length
  if (digits < 6 || DATE.test(number.trim()) || SUM.test(number)) return null
  if (AMOUNT_AFTER.test(after) || MONEY_BEFORE.test(before) || READING_BEFORE.test(before)) return null
  if (CALLED_ON.test(before)) return 'phone'
  if (/^\d{1,3}(?:[.\s]\d{3})+$/.test(number) && digits < 9) return null
  if (/^(?:\+|00|\(?0)/.test(number) && digits >= 7) return 'phone'

  return 'account'
}
