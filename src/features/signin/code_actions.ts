import { type Context, inTransaction } from '../../context.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { postLetter } from '../../platform/mail/outbox.ts'
import { findMemberByEmail, getMember, getOrganisation } from '../members/store.ts'
import { startSession } from './actions.ts'
import { CODE_MINUTES, hashCode, newCode, readCode, tryCode } from './code.ts'
import {
  countAttempt,
  deleteLettersToNobody,
  deleteRequestsOfBrowser,
  findRequestByBrowser,
  findRequestByLink,
  insertRequest,
} from './code_store.ts'
import { signInLetter } from './letters.ts'
import { linkState, OTHER_BROWSER } from './link.ts'
import { hashToken, newToken } from './session.ts'

export interface Asking {
  email: string
  /** The token in the asking browser's cookie, if it asked before: that letter ends. */
  before: string | undefined
  /** False once an address has had many letters in a day: then only the link in them works, which nobody can guess. */
  withCode: boolean
  secret: string
  baseUrl: string
}

/**
 * Writes the letter with code and link; gives the token that marks the asking browser. An address that is nobody's, or of
 * somebody who left, takes exactly the same steps: its request belongs to no member, and its letter is taken back before
 * anybody can send it.
 */
export function askForLetter(ctx: Context, { email, before, withCode, secret, baseUrl }: Asking): string {
  return inTransaction(ctx, (ctx) => {
    const found = findMemberByEmail(ctx, email)
    const member = found && !found.retiredOn ? found : { id: null, name: email, email }
    const [id, code, link, browser] = [ctx.newId(), newCode(), newToken(), newToken()]
    const expiresAt = ctx.now.add({ minutes: CODE_MINUTES })
    deleteRequestsOfBrowser(ctx, hashToken(before ?? browser))
    insertRequest(ctx, {
      ...{ id, memberId: member.id, attempts: 0, expiresAt: expiresAt.epochMilliseconds },
      ...{ browserHash: hashToken(browser), codeHash: hashCode(secret, id, code), linkHash: hashToken(link) },
    })
    const letter = signInLetter({
      ...{ id, member, expiresAt, neutralTitle: getOrganisation(ctx).neutralTitle },
      code: withCode ? code : undefined,
      link: `${baseUrl}/sign-in/link/${link}`,
    })
    postLetter(ctx, letter)
    deleteLettersToNobody(ctx, letter.occasion)

    return browser
  })
}

export interface TypedCode {
  code: string
  browser: string
  secret: string
  userAgent: string
}

/** Signs in with a typed code; gives the session's token. Throws Invalid for a wrong one, and a Problem when none is right any more. */
export function signInWithCode(ctx: Context, typed: TypedCode): string {
  const came = tryOnce(ctx, typed)
  if (came.outcome === 'wrong')
    throw new Invalid({ code: 'That is not the code from your newest letter. Look again; it has six digits.' })
  if (came.outcome === 'too_often')
    throw new Problem('too_many', 'That was wrong five times. Use the link in the letter, or ask for a new letter.')
  if (!('token' in came)) throw gone()

  return came.token
}

/** Signs in with a letter's link; gives the session's token. Throws a Problem in any browser but the one that asked. */
export function signInWithLink(
  ctx: Context,
  given: { link: string; browser: string | undefined; userAgent: string },
): string {
  return inTransaction(ctx, (ctx) => {
    const asked = findRequestByLink(ctx, hashToken(given.link))
    const state = linkState(asked, given.browser && hashToken(given.browser), ctx.now)
    if (state.kind === 'gone') throw gone()
    if (state.kind === 'another_browser') throw new Problem('forbidden', OTHER_BROWSER)

    return signInOnce(ctx, state.memberId, { browser: given.browser ?? '', userAgent: given.userAgent })
  })
}

/** A wrong try must be counted, so nothing is thrown before the transaction is over. */
function tryOnce(ctx: Context, { code, browser, secret, userAgent }: TypedCode) {
  return inTransaction(ctx, (ctx) => {
    const asked = findRequestByBrowser(ctx, hashToken(browser))
    if (!asked) return { outcome: 'late' } as const
    const outcome = tryCode(asked, hashCode(secret, asked.id, readCode(code) ?? ''), ctx.now)
    if (outcome === 'wrong') countAttempt(ctx, asked.id)
    if (outcome !== 'right' || asked.memberId === null) return { outcome }

    return { outcome, token: signInOnce(ctx, asked.memberId, { browser, userAgent }) }
  })
}

/** The request goes with its use: neither its code nor its link works again. */
function signInOnce(
  ctx: Context,
  memberId: string,
  { browser, userAgent }: { browser: string; userAgent: string },
): string {
  if (getMember(ctx, memberId).retiredOn) throw gone()
  deleteRequestsOfBrowser(ctx, hashToken(browser))

  return startSession(ctx, memberId, userAgent)
}

function gone(): Problem {
  return new Problem('gone', 'This has been used, or its time has run out. Ask for a new letter.')
}
