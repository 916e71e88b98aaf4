import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form, type Typed, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, listMembers, today } from '../members/store.ts'
import { CAUSE_NAMES } from '../reflections/choices.ts'
import { getReadable } from '../reflections/store.ts'
import { findTouchpoint, listTouchpoints } from '../touchpoints/store.ts'
import { FOLLOWUP_KINDS, KIND_WORDS, mayOwn } from './followup.ts'
import { originInWords } from './in_words.ts'
import type { Origin } from './origin.ts'
import { findStandard, refuseUnknownOrigin } from './origin_store.ts'
import { getFollowup } from './store.ts'

/** A month to do it in, unless the lead says otherwise. */
const USUAL_DAYS = 30

export function raisePage(ctx: Context, origin: Origin, form?: Form): View {
  refuseUnknownOrigin(ctx, origin)
  const from = raisedFrom(ctx, origin)
  const due = today(ctx).add({ days: USUAL_DAYS }).toString()
  const typed = { touchpoint: from.touchpointId ?? '', owner: ownerOf(ctx, from.touchpointId), due }

  return {
    ...formView(ctx, form ?? emptyForm(typed)),
    title: 'Raise a follow-up',
    ...{ heading: 'What shall follow from it?', from: from.words, story: from.story, action: '/followups' },
    origin: Object.entries({
      reflection: origin.reflectionId,
      measure: origin.measure,
      standard: origin.standardId,
      month: origin.month,
    }).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])),
    notes: true,
    button: 'Raise it',
    back: from.back,
    version: '',
  }
}

export function changePage(ctx: Context, id: string, form?: Form): View {
  const { kind, cause, commitment, touchpointId, ownerId, dueOn, version } = getFollowup(ctx, id)
  const typed = { kind, cause: cause ?? '', commitment, touchpoint: touchpointId ?? '', owner: ownerId, due: dueOn }

  return {
    ...formView(ctx, form ?? emptyForm(typed)),
    title: 'Change the follow-up',
    ...{ heading: 'Change the follow-up', from: '', story: '', origin: [], notes: false },
    ...{ action: `/followups/${id}`, button: 'Save it', back: { href: `/followups/${id}`, label: 'Follow-up' } },
    version: versionToSend(form, version),
  }
}

/** Its owner says it is done, and, if they like, what it means. */
export function completionPage(ctx: Context, id: string, form?: Form): View {
  return { ...stepPage(ctx, id, form), template: 'followups/completion', title: 'It is done' }
}

export function droppingPage(ctx: Context, id: string, form?: Form): View {
  return { ...stepPage(ctx, id, form), template: 'followups/dropping', title: 'Drop the follow-up' }
}

/** Asks a later contact whether it held. Beforehand nobody is told of the question, so that nothing leads the witness. */
export function retestPage(ctx: Context, id: string, form?: Form): View {
  const { touchpointId, doneOn, dueOn } = getFollowup(ctx, id)
  const first = doneOn ?? dueOn
  const from = first > today(ctx).toString() ? first : today(ctx).toString()
  const shown = form ?? emptyForm({ touchpoint: touchpointId ?? '', from })

  return {
    ...stepPage(ctx, id, shown),
    template: 'followups/retest',
    title: 'Ask for a re-test',
    touchpoints: touchpointChoices(ctx),
  }
}

function stepPage(ctx: Context, id: string, form: Form = emptyForm()) {
  const { commitment, version } = getFollowup(ctx, id)

  return {
    ...({ at: '/followups', width: 'narrow' } as const),
    ...{ id, commitment, form },
    version: versionToSend(form, version),
  }
}

function formView(ctx: Context, form: Form) {
  return {
    template: 'followups/form',
    ...({ at: '/followups', width: 'narrow' } as const),
    form,
    kinds: FOLLOWUP_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].name, means: KIND_WORDS[kind].does })),
    causes: Object.entries(CAUSE_NAMES).map(([value, label]) => ({ value, label })),
    touchpoints: touchpointChoices(ctx),
    owners: listMembers(ctx)
      .filter(mayOwn)
      .map(({ id, name, jobTitle }) => ({ value: id, label: jobTitle ? `${name}, ${jobTitle}` : name })),
  }
}

function touchpointChoices(ctx: Context) {
  return listTouchpoints(ctx).map(({ id, name }) => ({ value: id, label: name }))
}

/** What the page says on top: the story, or the figure, it is raised from. */
function raisedFrom(ctx: Context, origin: Origin) {
  const { locale } = getOrganisation(ctx)
  if (origin.reflectionId) {
    const { touchpointId, story, contactedOn } = getReadable(ctx, origin.reflectionId)
    const where = findTouchpoint(ctx, touchpointId)?.name ?? ''
    const words = `${where}, ${dayInWords(contactedOn, locale)}`
    return {
      words,
      story,
      touchpointId,
      back: { href: `/reflections/${origin.reflectionId}`, label: 'The reflection' },
    }
  }
  const standard = origin.standardId ? findStandard(ctx, origin.standardId) : undefined
  const words = originInWords({ ...origin, standard: standard?.statement ?? null }, locale)
  const back = words ? { href: '/months', label: 'Months' } : { href: '/followups', label: 'Follow-ups' }

  return { words, story: '', touchpointId: standard?.touchpointId ?? null, back }
}

/** Whoever answers for the touchpoint is offered first; a lead may choose anybody fitting. */
function ownerOf(ctx: Context, touchpointId: string | null): Typed[string] {
  const ownerId = touchpointId ? findTouchpoint(ctx, touchpointId)?.ownerId : null

  return listMembers(ctx).find((member) => member.id === ownerId && mayOwn(member))?.id ?? ''
}
