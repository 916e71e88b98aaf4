import type { Context } from '../../context.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { may, ROLE_WORDS, ROLES } from '../members/member.ts'
import { foundingChoices } from '../members/organisation_pages.ts'
import { getOpenSetUpLink } from './link_store.ts'
import { hashToken } from './session.ts'
import { guessFounding } from './setup_guess.ts'
import { countBegun } from './setup_store.ts'

/** The set-up form, filled in with what is likely. Throws a Problem once the link is gone. */
export function setUpPage(ctx: Context, token: string, acceptLanguage: string, form?: Form): View {
  getOpenSetUpLink(ctx, hashToken(token))
  const { name: _name, fiscalYearStart, ...guess } = guessFounding(acceptLanguage)
  const likely = { ...guess, fiscalYearStart: String(fiscalYearStart), roles: ['lead', 'admin'] }
  const shown = form ?? emptyForm(likely)

  return {
    ...{ template: 'signin/setup', title: 'Set up Plainclothes', width: 'narrow', action: `/set-up/${token}` },
    form: shown,
    ...foundingChoices(shown.typed.locale ?? ''),
    roles: ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].name })),
  }
}

/** What a lead does before the first round can be planned; nothing once it is all done. */
function remainingSteps(ctx: Context): { done: boolean; href: string; label: string; why: string }[] {
  const begun = countBegun(ctx)
  const isIdle = begun.scenarios === 0 && begun.scenariosAtAll > 0
  const mayAdd = may(ctx.actor, 'manage_members')
  const steps = STEPS.map(({ counts, ...step }) => ({
    ...step,
    ...(counts === 'scenarios' && isIdle && IDLE_SCENARIOS),
    ...(counts === 'leaders' && !mayAdd && ADDED_BY_ADMINS),
    done: begun[counts] > 0,
  }))

  return steps.every(({ done }) => done) ? [] : steps
}

/** Whether somebody who signs in finds the check list first. */
export function hasStepsToTake(ctx: Context): boolean {
  return may(ctx.actor, 'plan_programs') && remainingSteps(ctx).length > 0
}

export function startPage(ctx: Context): View {
  const steps = remainingSteps(ctx)

  return { template: 'signin/start', title: 'Begin', width: 'narrow', steps, heading: `${stepsInWords(steps)}.` }
}

/** On the pages the steps lead to, the way back to what is left of them; null elsewhere, and once nothing is. */
export function wayToStart(ctx: Context, url: string): string | null {
  if (!may(ctx.actor, 'plan_programs') || STEPS.every(({ href }) => nounOf(href) !== nounOf(url))) return null
  const steps = remainingSteps(ctx)

  return steps.length > 0 ? stepsInWords(steps) : null
}

/** The first part of an address: "/touchpoints/new?x" is about touchpoints. */
function nounOf(url: string): string {
  return url.split(/[/?]/)[1] ?? ''
}

function stepsInWords(steps: readonly { done: boolean }[]): string {
  return `${HOW_MANY[steps.filter(({ done }) => !done).length - 1]} to the first round`
}

const HOW_MANY = ['One more step', 'Two steps', 'Three steps', 'Four steps']

const STEPS = [
  {
    counts: 'touchpoints',
    href: '/touchpoints/new',
    label: 'A first touchpoint',
    why: 'One way in to the company, for example the billing line, with its number and opening hours.',
  },
  {
    counts: 'scenarios',
    href: '/scenarios/library',
    label: 'First scenarios',
    why: 'Errands to run there. Copy two or three from the library and make them yours.',
  },
  {
    counts: 'leaders',
    href: '/members/new',
    label: 'First leaders',
    why: 'Who makes the contacts. From five leaders on, figures can be shared without pointing at anyone.',
  },
  {
    counts: 'programs',
    href: '/programs/new',
    label: 'A first program',
    why: 'Who contacts what, and how often: a day a month for six months is a good beginning.',
  },
] as const

/** The library has errands for other channels too: a copy of such a one waits for a touchpoint. */
const IDLE_SCENARIOS = {
  href: '/scenarios',
  label: 'A scenario that fits',
  why: 'There are scenarios, but none fits a touchpoint yet. Change one and say where it is run, or copy one that fits.',
}

/** A lead who is no admin sees members, and adds none. */
const ADDED_BY_ADMINS = {
  href: '/members',
  why: 'Who makes the contacts. An admin adds them. From five leaders on, figures can be shared without pointing at anyone.',
}
