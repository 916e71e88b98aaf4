import type { Context } from '../../context.ts'
import { checkText, type Known } from '../../lib/name_check.ts'
import { reworded } from '../../lib/rewording.ts'
import type { Form, Typed } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { listQuestionsById } from '../programs/question_store.ts'
import { findDraft } from './draft_store.ts'
import { FIELDS, formName, TEXT_NAMES } from './fields.ts'
import { additionPage, correctionPage, reflectionFormPage } from './form_pages.ts'
import { knownAroundAssignment } from './known_store.ts'
import { ownName } from './own_questions.ts'
import { getOwnReflection } from './store.ts'
import { isAboutWording, piecesOf, type Settled, whyMarked, wordingName } from './wording.ts'

/** Everything the author typed, decisions carried out. */
interface Asked {
  form: Form
  settled: Settled
}

interface Asking extends Asked {
  assignmentId: string
  /** Where the form goes, and what its button says. */
  action: string
  button: string
}

/** The form again with its complaints, or, where only words are left to decide about, the page that asks. What was typed is in the draft meanwhile, so the page goes on from there. */
export function handingInPage(ctx: Context, assignmentId: string, { form, settled }: Asked): View {
  if (!isAboutWording(form.complaints)) return reflectionFormPage(ctx, assignmentId, form)
  const draft = findDraft(ctx, assignmentId)
  const isKept = draft !== undefined && draft.answers.story === form.typed.story
  const typed = isKept ? { ...form.typed, version: String(draft.version) } : form.typed
  const action = `/assignments/${assignmentId}/reflection`

  return wordingPage(ctx, { assignmentId, action, button: 'Hand in', form: { ...form, typed }, settled })
}

export function correctingPage(ctx: Context, id: string, asked: Asked): View {
  if (!isAboutWording(asked.form.complaints)) return correctionPage(ctx, id, asked.form)
  const { assignmentId } = getOwnReflection(ctx, id)

  return wordingPage(ctx, {
    ...asked,
    assignmentId,
    action: `/reflections/${id}/correction`,
    button: 'Save the correction',
  })
}

export function addingPage(ctx: Context, id: string, asked: Asked): View {
  if (!isAboutWording(asked.form.complaints)) return additionPage(ctx, id, asked.form)
  const { assignmentId } = getOwnReflection(ctx, id)

  return wordingPage(ctx, { ...asked, assignmentId, action: `/reflections/${id}/addition`, button: 'Add it' })
}

const LABELS: Readonly<Record<string, string>> = Object.fromEntries([
  ['words', 'What you want to add'],
  ...TEXT_NAMES.map((name) => [formName(name), FIELDS[name].question]),
])

/** The second look: each text in which something was found, why, and other words; everything else goes along unseen. */
function wordingPage(ctx: Context, asking: Asking): View {
  const { form, settled, action, button } = asking
  const known = knownAroundAssignment(ctx, asking.assignmentId)
  const labels = { ...LABELS, ...ownLabels(ctx, form) }
  const open = Object.entries(labels).filter(([name]) => wordingName(name) in form.complaints)

  return {
    template: 'reflections/wording',
    title: 'A second look at your words',
    at: '/contacts',
    width: 'narrow',
    texts: open.map(([name, label]) => asked(name, label, [form.typed[name] ?? ''].flat()[0] ?? '', known)),
    carried: carriedAlong(form.typed, settled),
    ...{ action, button },
  }
}

/** The program’s own questions, by their fields. */
function ownLabels(ctx: Context, { complaints }: Form): Record<string, string> {
  const prefix = wordingName(ownName(''))
  const ids = Object.keys(complaints).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

  return Object.fromEntries(listQuestionsById(ctx, ids).map(({ id, words }) => [ownName(id), words]))
}

function asked(name: string, label: string, words: string, known: Known) {
  const text = words.replace(/\r\n?/g, '\n').trim()
  const findings = checkText(text, known)

  return {
    name,
    label,
    text,
    pieces: piecesOf(text, findings),
    reasons: [...new Set(findings.map(whyMarked))],
    offered: reworded(text, findings),
  }
}

/** As hidden fields: every field as often as it was sent, and what was decided before. */
function carriedAlong(typed: Typed, settled: Settled): { name: string; value: string }[] {
  const fields = Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })))

  return [...fields, ...[...settled].map((name) => ({ name: wordingName(name), value: 'leave' }))]
}
