import type { Context } from '../../context.ts'
import { dayInWords, monthInWords } from '../../lib/words.ts'
import { emptyForm, type Form, type SavedField, savedMeanwhile, type Typed } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { mayMove } from '../assignments/assignment.ts'
import { assignmentOf, type Briefed, findPrediction, getOwn, todayAt, windowOf } from '../assignments/store.ts'
import { placeOf } from '../assignments/window.ts'
import { getOrganisation } from '../members/store.ts'
import { typedFrom } from './answers_in_words.ts'
import { type Tempo, tempoOf, wordsOf } from './choices.ts'
import type { Kept } from './draft.ts'
import { findDraft } from './draft_store.ts'
import { FIELD_NAMES, FIELDS, FILLED_IN, type FieldName, formName, standardName } from './fields.ts'
import { type OwnQuestion, ownName, ownStep } from './own_questions.ts'
import { listOwnAnswers, ownAsked } from './own_store.ts'
import { typedFromParticulars } from './particulars.ts'
import { type AskedStandard, stepsOf } from './questions.ts'
import { RETEST_CHOICES, retestField } from './retest.ts'
import { findRetestFor } from './retest_store.ts'
import { givenChoice } from './revision.ts'
import {
  answersOfRow,
  findReflectionOf,
  getOwnReflection,
  isMonthOpen,
  listVersions,
  particularsOfRow,
} from './store.ts'
import { listStandardsAsked, standardsAsked } from './terms_store.ts'

/** Each behaviour with what it uses, so that a slow connection is asked for all at once. */
const SCRIPTS = [
  ...['applies.js', 'draft.js', 'draft_words.js', 'form_words.js', 'draft_clashes.js', 'progress.js', 'live_fill.js'],
  ...['live_facts.js', 'posting.js', 'outbox.js', 'kept.js'],
]

/** The reflection to write: facts, feelings, meaning on one page. What was typed comes back as it was, also from the draft. */
export function reflectionFormPage(ctx: Context, assignmentId: string, form?: Form): View {
  const briefed = getOwn(ctx, assignmentId)
  const draft = findDraft(ctx, assignmentId)
  const shown = form ?? emptyForm({ ...filledIn(ctx, briefed), ...draft?.answers })
  const asked = standardsAsked(ctx, briefed.touchpoint.id, [shown.typed.standards ?? []].flat())
  const own = ownAsked(ctx, briefed.assignment.programId, [shown.typed.questions ?? []].flat())

  return {
    ...formPage(ctx, briefed, shown, { asked, own, asks: () => true }),
    template: 'reflections/form',
    ...{ title: 'Reflect on your contact', at: '/contacts', id: assignmentId },
    retest: retestQuestion(ctx, briefed),
    version: String(draft?.version ?? 0),
    saved: draft !== undefined && !form,
    sealed: findPrediction(ctx, assignmentId) !== null,
    handedInAs: findReflectionOf(ctx, assignmentId)?.id ?? null,
    waits: mayMove(assignmentOf(briefed.assignment), 'reflect', ctx.actor, todayAt(ctx, briefed)),
    hasWords: draft !== undefined,
    meanwhile: draft ? savedMeanwhile(shown, savedFields(draft.answers, tempoOf(briefed.touchpoint.channel), own)) : [],
    zone: briefed.touchpoint.timeZone,
    tempo: tempoOf(briefed.touchpoint.channel),
    ...{ sheet: 'phone.css', keep: ['/today'], scripts: SCRIPTS },
  }
}

/** What a follow-up asks of this contact: one question at most, after all the others, and optional. */
function retestQuestion(ctx: Context, briefed: Briefed) {
  const retest = findRetestFor(ctx, briefed)
  const options = RETEST_CHOICES.map(({ value, words }) => ({ value, label: words }))

  return retest ? { name: retestField(retest.id), label: retest.question, options } : null
}

/** What is saved on the server, for the script of a page that was overtaken; `waits` is false once nothing more is taken. */
export function draftPage(ctx: Context, assignmentId: string) {
  const briefed = getOwn(ctx, assignmentId)
  const { answers, version } = findDraft(ctx, assignmentId) ?? { answers: {}, version: 0 }
  const waits = mayMove(assignmentOf(briefed.assignment), 'reflect', ctx.actor, todayAt(ctx, briefed))

  return { version, answers, waits }
}

/** Facts to correct and texts to revise; a choice only where a corrected fact makes it apply for the first time. */
export function correctionPage(ctx: Context, id: string, form?: Form): View {
  const row = getOwnReflection(ctx, id)
  const briefed = getOwn(ctx, row.assignmentId)
  const latest = answersOfRow(ctx, row)
  const versions = [...listVersions(ctx, id).map(({ answers }) => answers), latest]
  const shown =
    form ??
    emptyForm({ ...typedFrom(latest), ...typedFromParticulars(particularsOfRow(row)), ...typedFromOwn(ctx, id) })
  const asks = (name: FieldName) => FIELDS[name].kind !== 'choice' || givenChoice(name, versions) === null
  const view = formPage(ctx, briefed, shown, { asked: Object.keys(latest.standards), own: ownTexts(ctx, id), asks })

  return {
    ...view,
    template: 'reflections/correction',
    title: 'Correct your reflection',
    at: '/contacts',
    id,
    version: String(row.version),
    open: isMonthOpen(ctx, row),
    month: monthInWords(row.month, getOrganisation(ctx).locale),
  }
}

/** A note beside a reflection whose month is closed. */
export function additionPage(ctx: Context, id: string, form: Form = emptyForm()): View {
  const row = getOwnReflection(ctx, id)

  return {
    template: 'reflections/addition',
    title: 'Add to your reflection',
    at: '/contacts',
    width: 'narrow',
    id,
    form,
    open: isMonthOpen(ctx, row),
    month: monthInWords(row.month, getOrganisation(ctx).locale),
  }
}

/** Which standards and which of the program’s own questions a form asks, and which fields of the core. */
interface Asked {
  asked: readonly string[]
  own: readonly OwnQuestion[]
  asks: (name: FieldName) => boolean
}

function formPage(ctx: Context, briefed: Briefed, form: Form, { asked, own, asks }: Asked): View {
  const { assignment, touchpoint } = briefed
  const { locale } = getOrganisation(ctx)
  const standards = statementsOf(ctx, touchpoint.id, asked)
  const steps = stepsOf(tempoOf(touchpoint.channel), standards, asks)
  const days = [assignment.contactedOn ?? []].flat().map((day) => Temporal.PlainDate.from(day))

  return {
    template: '',
    title: '',
    kicker: [touchpoint.name, ...days.map((day) => dayInWords(day, locale, 'weekday'))].join(' · '),
    steps: [...steps, ...ownStep(own, steps.length + 1)],
    questions: own.map(({ id }) => id),
    asked: standards.map(({ id }) => id),
    standing: assignment.origin === 'own_initiative' ? assignment.why : '',
    form: namingStandards(form, standards),
    today: todayAt(ctx, briefed).toString(),
    earliest: assignment.origin === 'own_initiative' ? '' : assignment.fromDay,
    scripts: ['applies.js'],
  }
}

/** A rule knows only which standards are open; whoever reads the list of what is missing has to tell them apart. */
function namingStandards(form: Form, standards: readonly AskedStandard[]): Form {
  const open = standards.filter(({ id }) => form.complaints[standardName(id)])
  const named = open.map(({ id, statement }) => [standardName(id), `“${statement}” has no answer yet.`])

  return { ...form, complaints: { ...form.complaints, ...Object.fromEntries(named) } }
}

/** Only texts may be revised; choices stand. */
function ownTexts(ctx: Context, id: string): OwnQuestion[] {
  return listOwnAnswers(ctx, id)
    .map(({ question }) => question)
    .filter(({ kind }) => kind === 'text')
}

function typedFromOwn(ctx: Context, id: string): Typed {
  return Object.fromEntries(listOwnAnswers(ctx, id).map(({ question, answer }) => [ownName(question.id), answer]))
}

/** Only facts: the day the contact was started, and what is nearly always so. Never an opinion. */
function filledIn(ctx: Context, briefed: Briefed): Typed {
  const today = todayAt(ctx, briefed)
  const isNow = placeOf(windowOf(briefed.assignment), today) === 'now'

  return { contacted_on: briefed.assignment.contactedOn ?? (isNow ? today.toString() : ''), ...FILLED_IN }
}

/** The fields of a draft as people read them; standards and particulars are told by the page's own script only. */
function savedFields(answers: Kept, tempo: Tempo, own: readonly OwnQuestion[]): SavedField[] {
  const core = FIELD_NAMES.filter((name) => name !== 'standards').map((name) => {
    const typed = answers[formName(name)] ?? ''
    const words = [typed].flat().map((one) => wordsOf(name, one as never, tempo) || one)

    return { name: formName(name), label: FIELDS[name].question, typed, words: words.join(', ') }
  })
  const besides = own.map(({ id, words }) => ({ name: ownName(id), label: words, typed: answers[ownName(id)] ?? '' }))

  return [...core, ...besides]
}

function statementsOf(ctx: Context, touchpointId: string, ids: readonly string[]): AskedStandard[] {
  return listStandardsAsked(ctx, touchpointId)
    .filter(({ standard }) => ids.includes(standard.id))
    .map(({ standard: { id, statement } }) => ({ id, statement }))
}
