import type { Letter } from '../../platform/mail/outbox.ts'
import { renderLetter } from '../../platform/mail/render_letter.ts'
import { CODE_MINUTES } from './code.ts'

export interface SignInLetterParts {
  id: string
  member: { id: string | null; name: string; email: string }
  neutralTitle: string
  code: string | undefined
  link: string
  expiresAt: Temporal.Instant
}

/** To the address we keep, never to the one that was typed: the two may only look alike. The subject carries no code: it shows on locked screens. */
export function signInLetter({ id, member, neutralTitle, code, link, expiresAt }: SignInLetterParts): Letter {
  return {
    occasion: `sign-in ${id}`,
    memberId: member.id,
    kind: 'sign_in',
    toName: member.name,
    toAddress: member.email,
    ...renderLetter('signin/letter', {
      neutralTitle,
      link,
      minutes: CODE_MINUTES,
      code: code?.replace(/(...)/, '$1 '),
    }),
    secret: true,
    expiresAt,
  }
}
