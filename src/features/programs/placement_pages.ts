import type { Context } from '../../context.ts'
import { DAYPARTS, dayIn } from '../../lib/days.ts'
import { daysInWords } from '../../lib/words.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import { DAYPART_WORDS } from './duty.ts'
import { brokenRule, RULE_WORDS } from './placement.ts'
import { getJudgement, type Judgement, placementOf } from './placement_store.ts'
import { type Round, roundName } from './round.ts'
import { type Duty, getDuty, getRound, isReplaced } from './round_store.ts'
import { swapComplaint } from './swap.ts'

export function addByHandPage(ctx: Context, roundId: string, form?: Form): View {
  const round = getRound(ctx, roundId)
  const name = roundName(round, getOrganisation(ctx).locale)
  const first = round.startsOn > today(ctx).toString() ? round.startsOn : today(ctx).toString()

  return {
    ...formPage(getJudgement(ctx, round), form ?? emptyForm({ daypart: 'any', from: first, to: round.endsOn })),
    title: `Add a contact to ${name}`,
    lead: 'The rules of the rotation hold for what is added by hand too.',
    back: { href: `/rounds/${roundId}`, label: name },
    action: `/rounds/${roundId}/assignments`,
    button: round.state === 'planned' ? 'Add it to the draft' : 'Add it and tell the leader',
    closed: round.state === 'closed' ? 'This round is closed. Add the contact to the next one.' : null,
  }
}

/** Who else could take it stands first; whoever cannot says why. */
export function swapPage(ctx: Context, id: string, form?: Form): View {
  const duty = getDuty(ctx, id)
  const round = getRound(ctx, duty.roundId ?? '')
  const judgement = getJudgement(ctx, round, id)
  const view = formPage(judgement, form ?? emptyForm(typedFrom(duty)))

  return {
    ...view,
    leaders: leadersFor(judgement, duty),
    leaderHint: 'Whoever could take it in this window stands first; beside the others stands why not.',
    title: duty.state === 'declined' ? 'Find somebody else' : 'Swap this contact',
    lead: `${duty.leader} at ${duty.touchpoint}, ${windowOf(ctx, duty)}. ${whatHappens(duty, round)}`,
    back: { href: `/assignments/${id}`, label: duty.touchpoint },
    action: `/assignments/${id}/swap`,
    button: 'Give it to the leader chosen',
    version: versionToSend(form, duty.version),
    closed: isReplaced(ctx, id)
      ? 'Somebody else was found for this contact already.'
      : swapComplaint(duty, dayIn(duty.touchpointZone, ctx.now)),
  }
}

function formPage({ facts }: Judgement, form: Form): View {
  return {
    template: 'programs/placement',
    title: '',
    at: '/programs',
    width: 'narrow',
    form,
    leaders: facts.leaders.map(({ id, name }) => ({ value: id, label: name })),
    touchpoints: facts.touchpoints.map(({ id, name }) => ({ value: id, label: name })),
    scenarios: facts.scenarios.map(({ id, title }) => ({ value: id, label: title })),
    dayparts: [
      { value: 'any', label: 'Any time it is open' },
      ...DAYPARTS.map((daypart) => ({ value: daypart, label: DAYPART_WORDS[daypart] })),
    ],
  }
}

/** Eligible ones first; a leader who cannot take this touchpoint in this window may still take another. */
function leadersFor({ facts, problem, calendar }: Judgement, duty: Duty): { value: string; label: string }[] {
  const judged = facts.leaders.map(({ id, name }) => ({
    id,
    name,
    broken: brokenRule(problem, calendar, { ...placementOf(duty), leader: id }),
  }))

  return [...judged.filter(({ broken }) => !broken), ...judged.filter(({ broken }) => broken)].map(
    ({ id, name, broken }) => ({ value: id, label: broken ? `${name} – ${RULE_WORDS[broken]}` : name }),
  )
}

function typedFrom(duty: Duty): Form['typed'] {
  return {
    leader: duty.leaderId,
    touchpoint: duty.touchpointId,
    scenario: duty.scenarioId ?? '',
    from: duty.fromDay,
    to: duty.toDay,
    daypart: duty.daypart ?? 'any',
  }
}

function whatHappens(duty: Duty, round: Round): string {
  if (round.state === 'planned') return 'It stays a draft; drawing again leaves what you choose.'

  return duty.state === 'declined'
    ? 'It was declined; another is opened, and whoever gets it is told by one neutral letter.'
    : 'Theirs is cancelled and another one opened; both are told, by one neutral letter each. Nobody else’s moves.'
}

function windowOf(ctx: Context, { fromDay, toDay }: Duty): string {
  const { locale } = getOrganisation(ctx)

  return daysInWords(fromDay, toDay, locale)
}
