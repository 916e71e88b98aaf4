import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Complaints, Invalid, Problem } from '../../lib/problem.ts'
import type { Reading } from '../../lib/reading.ts'
import { wantsJson } from './accept.ts'
import type { View } from './render.ts'

/** What a person typed, as it came: kept word for word when the form is shown again. */
export type Typed = Record<string, string | string[]>

/** What a template shows of a form: what was typed and what is wrong with it. */
export interface Form {
  typed: Typed
  complaints: Complaints
  /** A sentence about the form as a whole, e.g. that somebody else changed it meanwhile. */
  remark?: string
}

export function emptyForm(typed: Typed = {}): Form {
  return { typed, complaints: {} }
}

/**
 * Reads a posted body by a schema of text fields. Throws Invalid with one sentence a field. Doubled fields, NUL bytes and
 * fields of the wrong kind are complaints like any other, never a 500.
 */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): T {
  const typed = typedOf(body)
  const complaints: Complaints = {}
  for (const name in typed)
    if (hasNul(typed[name] ?? '')) complaints[name] = 'This contains a character that cannot be kept.'
  const read = schema.safeParse(typed)
  if (!read.success)
    for (const issue of read.error.issues) complaints[String(issue.path[0] ?? '')] ??= sentenceOf(issue)
  if (!read.success || Object.keys(complaints).length > 0) throw new Invalid(complaints)

  return read.data
}

/** Whatever came, as text fields. A form is read piece by piece, so what was read so already is given back as it is. */
export function typedOf(body: unknown): Typed {
  const typed: Typed = {}
  if (body === null || typeof body !== 'object') return typed
  if (READ.has(body)) return body as Typed
  for (const [name, value] of Object.entries(body)) if (name !== '__proto__') typed[name] = textsOf(value)
  READ.add(typed)

  return typed
}

const READ = new WeakSet<object>()

function textsOf(value: unknown): string | string[] {
  if (typeof value === 'string') return value

  return Array.isArray(value) ? value.map(String) : String(value ?? '')
}

function hasNul(value: string | string[]): boolean {
  return typeof value === 'string' ? value.includes('\0') : value.some((text) => text.includes('\0'))
}

/** A field as it is saved, to stand beside what somebody else is typing. */
export interface SavedField {
  name: string
  label: string
  typed: string | string[]
  /** The words for people where what is typed is a code. */
  words?: string | undefined
}

/** What is saved now where it differs from what was typed, once a form was overtaken (409): both texts are kept. */
export function savedMeanwhile(form: Form, saved: readonly SavedField[]): { label: string; words: string }[] {
  if (!form.remark) return []
  const plain = (typed: string | string[] | undefined) => [typed ?? ''].flat().join('\n').replace(/\r\n?/g, '\n').trim()

  return saved
    .filter(({ name, typed }) => plain(form.typed[name]) !== plain(typed))
    .map(({ label, typed, words }) => ({ label, words: words ?? [typed].flat().join(', ') }))
}

/** For a page with several forms, one of which was overtaken: it says so, and fills none of the others with that one's words. */
export function remarkOnly({ remark }: Form): Form {
  return { typed: {}, complaints: {}, ...(remark && { remark }) }
}

/** The version a form goes on with: the one it was shown for; once it was overtaken the saved one, for to save again is to save over it. */
export function versionToSend(form: Form | undefined, saved: number): string {
  return String((form?.remark ? undefined : form?.typed.version) ?? saved)
}

export interface FormAnswer {
  body: unknown
  /** The page with the form, shown again with what was typed. */
  show: (form: Form) => View
  /** Reads and acts; gives where to go next, or a page to look at first. */
  act: () => string | View | Promise<string>
}

/**
 * A form that fails answers 422 (409 where somebody else was faster) with every typed word kept; one that changed something
 * redirects. A script that sent it is told where to go next, or what is wrong (errors.ts).
 */
export async function answerForm(reply: FastifyReply, answer: FormAnswer): Promise<FastifyReply> {
  try {
    const next = await answer.act()
    if (typeof next !== 'string') return reply.page(next)

    return wantsJson(reply.request) ? reply.send({ next }) : reply.redirect(next, 303)
  } catch (error) {
    if (wantsJson(reply.request)) throw error
    const typed = typedOf(answer.body)
    if (error instanceof Invalid) return reply.page(answer.show({ typed, complaints: error.complaints }), 422)
    if (error instanceof Problem && error.refusal === 'conflict')
      return reply.page(answer.show({ typed, complaints: {}, remark: error.message }), 409)
    throw error
  }
}

/** A text field: trimmed, at most so long, with its own sentence when it is missing. */
export function textField(max: number, missing?: string) {
  const text = z
    .string({
      error: (issue) => (Array.isArray(issue.input) ? 'This was sent twice.' : (missing ?? 'This is missing.')),
    })
    .transform((typed) => typed.trim().replace(/\r\n?/g, '\n'))
    .refine((typed) => typed.length <= max, { error: `Use at most ${max.toLocaleString('en-GB')} characters.` })

  return missing === undefined ? text.default('') : text.refine((typed) => typed.length > 0, { error: missing })
}

/** One of a few words. */
export function choiceField<const T extends readonly string[]>(values: T, missing: string) {
  return z.enum(values, { error: () => missing })
}

/** Any of a few words; one tick arrives as a text, several as a list. */
export function ticksField<const T extends readonly string[]>(values: T, wrong: string) {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .pipe(z.array(z.enum(values, { error: () => wrong }), { error: () => wrong }))
    .transform((ticked) => [...new Set(ticked)])
}

/** A box of its own: ticked or not. */
export function tickField() {
  return ticksField(['yes'], 'Tick it, or leave it.').transform((ticked) => ticked.length > 0)
}

/** A text field that a rule reads: its value, or its complaint. */
export function ruledField<T>(rule: (typed: string) => Reading<T>, max = 2000) {
  return textField(max).transform((typed, issues): T => {
    const reading = rule(typed)
    if ('value' in reading) return reading.value
    issues.addIssue({ code: 'custom', message: reading.complaint })

    return z.NEVER
  })
}

/** Text fields of one name, in the order of the page; a single one arrives as a text. */
export function repeatedField(most: number, max: number) {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .refine((typed) => typed.length <= most, { error: `Use at most ${most} rows.` })
    .refine((typed) => typed.every((text) => text.length <= max), { error: `Use at most ${max} characters in each.` })
}

/** A whole number typed in a field. */
export function wholeField(min: number, max: number, sentence: string) {
  return z
    .string({ error: () => sentence })
    .trim()
    .regex(/^\d{1,9}$/, { error: sentence })
    .transform(Number)
    .refine((number) => number >= min && number <= max, { error: sentence })
}

/** The version of a record that a form was shown for; 0 where there was none yet. */
export const versionForm = z.object({
  version: wholeField(0, 999_999_999, 'This form is too old. Open the page again.'),
})

/** A day typed as YYYY-MM-DD. */
export function dayField(sentence: string) {
  return z
    .string({ error: () => sentence })
    .trim()
    .refine(isDay, { error: sentence })
    .transform((typed) => Temporal.PlainDate.from(typed))
}

function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' }).year >= 1900
  } catch {
    return false
  }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
    ? 'This is missing or was sent twice.'
    : issue.message
}
