import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { findOrganisation, getMember } from '../members/store.ts'
import { CODE_MINUTES } from './code.ts'
import { findRequestByLink } from './code_store.ts'
import { linkState, OTHER_BROWSER } from './link.ts'
import { hashToken } from './session.ts'

export interface CastMember {
  key: string
  name: string
  does: string
}

export interface SignInOffer {
  cast: readonly CastMember[]
  /** False where there is no mail server: then an admin issues a link. */
  letters: boolean
  next: string
}

export function signInPage(ctx: Context, { cast, letters, next }: SignInOffer, form: Form = emptyForm()): View {
  const found = findOrganisation(ctx)
  const organisation = found?.name ?? 'your company'
  const asksAdmin = found !== undefined && !letters && cast.length === 0
  const minutes = CODE_MINUTES

  return {
    ...{ template: 'signin/show', title: 'Sign in', width: 'narrow' },
    ...{ organisation, cast, asksAdmin, minutes, next, form },
    asksAddress: found !== undefined && letters,
    awaitsSetUp: found === undefined,
  }
}

/** Shown to whoever asked, whether the address is somebody's or nobody's. */
export function codePage(next: string, form: Form = emptyForm()): View {
  return { template: 'signin/code', title: 'Type your code', width: 'narrow', minutes: CODE_MINUTES, next, form }
}

/** A letter's link: a button in the browser that asked, an explanation in any other. Throws a Problem once it is gone. */
export function linkPage(ctx: Context, token: string, browser: string | undefined): View {
  const asked = findRequestByLink(ctx, hashToken(token))
  const state = linkState(asked, browser && hashToken(browser), ctx.now)
  if (state.kind === 'gone')
    throw new Problem('gone', 'This link has been used, or its time has run out. Ask for a new letter.')
  if (state.kind === 'another_browser')
    return { template: 'signin/other_browser', title: 'Another browser', width: 'narrow', explains: OTHER_BROWSER }

  return buttonPage(getMember(ctx, state.memberId).name, `/sign-in/link/${token}`)
}

export function buttonPage(name: string, action: string): View {
  return { template: 'signin/button', title: 'Sign in', width: 'narrow', name, action }
}
