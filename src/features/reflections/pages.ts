import type { Context } from '../../context.ts'
import { counted, dayInWords, monthInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { findPrediction, getBriefed } from '../assignments/store.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { type AnswerInWords, answersInWords, whatStood } from './answers_in_words.ts'
import { tempoOf } from './choices.ts'
import { comparison } from './expectation.ts'
import type { Answers } from './fields.ts'
import { lateWords } from './late.ts'
import { listReadable } from './may_read.ts'
import { outcomeInWords } from './outcome.ts'
import { listOutcomes } from './outcome_store.ts'
import { type OwnAnswers, type OwnQuestion, ownInWords } from './own_questions.ts'
import { listOwnAnswers } from './own_store.ts'
import type { Particulars } from './particulars.ts'
import { listOwnReflections } from './reading_store.ts'
import { releaseOf } from './release_pages.ts'
import { RETEST_CHOICES } from './retest.ts'
import { listRetestsAnswered } from './retest_store.ts'
import {
  answersOfRow,
  getOwnReflection,
  getReadable,
  isMonthOpen,
  listAdditions,
  listVersions,
  particularsOfRow,
  type ReflectionRow,
} from './store.ts'
import { listStandardsAsked } from './terms_store.ts'

/** A reflection read again: by its author with what they had expected, by a lead without. */
export function reflectionPage(ctx: Context, id: string, form: Form = emptyForm()): View {
  const row = getReadable(ctx, id)
  const own = row.leaderId === ctx.actor.id
  const { locale } = getOrganisation(ctx)
  const kicker = [...(own ? [] : [getMember(ctx, row.leaderId).name]), whereAndWhen(ctx, row)].join(' · ')

  return {
    template: 'reflections/show',
    title: own ? 'Your contact' : kicker,
    at: own ? '/contacts' : '/reflections',
    width: 'narrow',
    ...{ id, kicker },
    ...(own && { handedIn: row.assignmentId }),
    story: row.story,
    remarks: remarksOn(row, locale),
    expectation: expectationOf(ctx, row),
    steps: answersInWords(handedIn(ctx, row), readingOf(ctx, row)),
    ...{ own: ownAnswered(ctx, id), versions: versionsInWords(ctx, row) },
    additions: listAdditions(ctx, id).map(({ words, addedOn }) => ({ words, on: dayInWords(addedOn, locale) })),
    release: releaseOf(ctx, row, form),
    ...whatFollowed(ctx, row, locale),
    ...mayDo(ctx, row, own),
  }
}

/** Right after handing in: thanks, expectation beside experience, and one thing worth knowing. */
export function thanksPage(ctx: Context, id: string): View {
  const row = getOwnReflection(ctx, id)
  const { errand, touchpoint } = getBriefed(ctx, row.assignmentId)
  const { locale } = getOrganisation(ctx)

  return {
    template: 'reflections/thanks',
    title: 'Handed in',
    kicker: whereAndWhen(ctx, row),
    at: '/contacts',
    width: 'narrow',
    id,
    handedIn: row.assignmentId,
    story: row.story,
    expectation: expectationOf(ctx, row),
    remarks: remarksOn(row, locale),
    worthKnowing: worthKnowing(ctx, row, touchpoint.storyWanted),
    afterwards: errand?.afterwards ?? '',
    promiseOpen: row.promise === 'still_open',
    month: monthInWords(row.month, locale),
  }
}

function whereAndWhen(ctx: Context, row: ReflectionRow): string {
  const { touchpoint } = getBriefed(ctx, row.assignmentId)

  return `${touchpoint.name} · ${dayInWords(row.contactedOn, getOrganisation(ctx).locale)}`
}

/** Nothing while it is not theirs to read: a prediction is its author's alone. */
function expectationOf(ctx: Context, row: ReflectionRow) {
  const readable = listReadable({ leaderId: row.leaderId, handedIn: true }, ctx.actor)
  const prediction = readable.includes('predictedValued') ? findPrediction(ctx, row.assignmentId) : null
  if (!prediction) return null

  return {
    expected: prediction.predictedValued,
    felt: row.valued,
    sentences: comparison(prediction, answersOfRow(ctx, row)),
  }
}

/** The story the company wants to be told here beside the one that was; without one, how many contacts this makes. */
function worthKnowing(ctx: Context, row: ReflectionRow, storyWanted: string) {
  if (storyWanted) return { wanted: storyWanted, told: row.story }
  const own = listOwnReflections(ctx, row.leaderId)
  const dealt = own.filter(({ reflection }) => reflection.addressed === 'yes').length
  const said = `You have made ${counted(own.length, 'contact')} so far. They dealt with what you came for in ${dealt} of ${own.length}.`

  return { said }
}

/** What is said of the reflection as a whole: late, counted elsewhere, a story, a blown cover. */
function remarksOn(row: ReflectionRow, locale: string): string[] {
  const elsewhere = !row.contactedOn.startsWith(row.month)

  return [
    row.daysLate > 0 ? lateWords(row.daysLate) : '',
    elsewhere ? `Its own month was closed already: it is counted in ${monthInWords(row.month, locale)}.` : '',
    row.cover === 'blown' ? 'The cover was blown: it counts as taking part, and in no figure.' : '',
    row.counts || row.cover === 'blown' ? '' : 'It is kept as a story and not counted.',
  ].filter(Boolean)
}

/** What follow-ups asked of this contact, and what follow-ups it led to. */
function whatFollowed(ctx: Context, { id }: ReflectionRow, locale: string) {
  const outcomes = listOutcomes(ctx, [id]).get(id) ?? []

  return {
    retests: listRetestsAnswered(ctx, id).map(({ question, answer }) => ({
      question,
      words: RETEST_CHOICES.find(({ value }) => value === answer)?.words ?? '',
    })),
    outcomes: outcomes.map((outcome) => outcomeInWords(outcome, locale)),
  }
}

function mayDo(ctx: Context, row: ReflectionRow, own: boolean) {
  const open = isMonthOpen(ctx, row)

  return {
    mayCorrect: own && open,
    mayAdd: own && !open,
    promiseOpen: own && open && row.promise === 'still_open',
    mayMark: ctx.actor.roles.includes('lead'),
  }
}

/** Each correction with what it replaced, the latest first. */
function versionsInWords(ctx: Context, row: ReflectionRow) {
  const { locale } = getOrganisation(ctx)
  const stood = listVersions(ctx, row.id)
  const next = (i: number) => stood[i + 1]?.answers ?? handedIn(ctx, row)
  const besides = listOwnAnswers(ctx, row.id)
  const now = Object.fromEntries(besides.map(({ question, answer }) => [question.id, answer]))

  return stood
    .map(({ answers, own, changedOn }, i) => ({
      on: dayInWords(changedOn, locale),
      stood: [
        ...whatStood(answers, next(i), readingOf(ctx, row)),
        ...ownStood(
          besides.map(({ question }) => question),
          own,
          stood[i + 1]?.own ?? now,
        ),
      ],
    }))
    .toReversed()
}

/** What the program asked besides; a text that was left empty is not shown. */
function ownAnswered(ctx: Context, id: string): AnswerInWords[] {
  return listOwnAnswers(ctx, id)
    .filter(({ answer }) => answer !== '')
    .map(({ question, answer }) => ({
      label: question.words,
      words: ownInWords(question, answer),
      quote: question.kind === 'text',
    }))
}

function ownStood(questions: readonly OwnQuestion[], before: OwnAnswers, after: OwnAnswers): AnswerInWords[] {
  return questions
    .filter(({ id, kind }) => kind === 'text' && (before[id] ?? '') !== (after[id] ?? ''))
    .map(({ id, words }) => ({ label: words, words: before[id] || 'nothing', quote: Boolean(before[id]) }))
}

function handedIn(ctx: Context, row: ReflectionRow): Answers & Particulars {
  return { ...answersOfRow(ctx, row), ...particularsOfRow(row) }
}

function readingOf(ctx: Context, row: ReflectionRow) {
  const { touchpoint } = getBriefed(ctx, row.assignmentId)
  const standards = listStandardsAsked(ctx, row.touchpointId).map(({ standard }) => standard)

  return { tempo: tempoOf(touchpoint.channel), standards, locale: getOrganisation(ctx).locale }
}
