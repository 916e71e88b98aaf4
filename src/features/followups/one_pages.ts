import type { Context } from '../../context.ts'
import { dayInWords, daysInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { getMember, getOrganisation, today } from '../members/store.ts'
import { listWindowsTo } from '../programs/retest_store.ts'
import { carries } from '../programs/retests.ts'
import { answeredWords } from '../reflections/retest.ts'
import { listAnswersTo, listRetested } from '../reflections/retest_store.ts'
import { MOVES, mayMove } from './followup.ts'
import { followupInWords, originInWords } from './in_words.ts'
import { getFollowup, listNotes, listRetests, type Named } from './store.ts'

/** One follow-up, for those it concerns. Where it came from, and who is sent to re-test it, only leads read. */
export function followupPage(ctx: Context, id: string, form: Form = emptyForm()): View {
  const followup = getFollowup(ctx, id)
  const { locale } = getOrganisation(ctx)
  const retested = listRetested(ctx, [id]).get(id) ?? []

  return {
    template: 'followups/show',
    title: 'Follow-up',
    at: '/followups',
    width: 'narrow',
    ...{ id, form, version: String(followup.version) },
    followup: followupInWords(followup, retested, { locale, today: today(ctx) }),
    owner: followup.owner,
    ownerLeft: followup.ownerLeftOn !== null && followup.state === 'open',
    touchpoint: followup.touchpoint ?? '',
    due: dayInWords(followup.dueOn, locale),
    meaning: meaningOf(followup),
    ...forLeads(ctx, followup, locale),
    notes: listNotes(ctx, id).map(({ writtenOn, ...note }) => ({ ...note, on: dayInWords(writtenOn, locale) })),
    may: Object.fromEntries(MOVES.map((move) => [move, mayMove(followup, move, ctx.actor)])),
  }
}

/** Others are not told when it was raised, and from what: that would say who made a contact, and when. */
function forLeads(ctx: Context, followup: Named, locale: string) {
  if (!may(ctx.actor, 'raise_followups')) return { raised: '', origin: null, retests: [] }

  return {
    raised: raisedWords(ctx, followup, locale),
    origin: originOf(followup, locale),
    retests: retestsInWords(ctx, followup, locale),
  }
}

function meaningOf({ forCustomers, forCompany, forColleagues }: Named) {
  return [
    { label: 'For customers', words: forCustomers },
    { label: 'For the company', words: forCompany },
    { label: 'For the people who do the work', words: forColleagues },
  ].filter(({ words }) => words !== '')
}

function raisedWords(ctx: Context, { raisedBy, raisedOn }: Named, locale: string): string {
  return `Raised by ${getMember(ctx, raisedBy).name} on ${dayInWords(raisedOn, locale)}.`
}

function originOf(followup: Named, locale: string) {
  if (followup.reflectionId)
    return { words: 'Raised from a reflection.', href: `/reflections/${followup.reflectionId}` }
  const href = followup.month ? `/months?month=${followup.month}` : '/months'
  const words = originInWords(followup, locale)

  return words ? { words, href } : null
}

/** For leads: what is asked, and of whom; or that a contact for it is still to be planned. */
function retestsInWords(ctx: Context, { id, ownerId }: Named, locale: string) {
  const told = listAnswersTo(ctx, id)

  return listRetests(ctx, id).map((retest) => ({
    id: retest.id,
    question: retest.question,
    touchpoint: retest.touchpoint,
    asked: `Asked for by ${retest.asker} on ${dayInWords(retest.askedOn, locale)}.`,
    waits: retest.endedOn === null,
    words:
      retest.endedOn === null
        ? whoIsAsked(ctx, { ...retest, ownerId }, locale)
        : answeredWords(told.get(retest.id) ?? [], locale),
  }))
}

function whoIsAsked(ctx: Context, retest: { touchpointId: string; fromDay: string; ownerId: string }, locale: string) {
  const windows = listWindowsTo(ctx, retest.touchpointId, today(ctx).toString())
  const window = windows.find((one) => carries(retest, { ...one, day: one.toDay }))
  const from = `Asked of contacts from ${dayInWords(retest.fromDay, locale)} on`
  if (!window) return `${from}. None is on its way: the next round that is drawn plans one.`
  const days = daysInWords(window.fromDay, window.toDay, locale)

  return `${from}. Next there: ${window.leader}, ${days}${window.state === 'planned' ? ', still a draft' : ''}.`
}
