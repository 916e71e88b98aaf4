import type { Letter } from '../../platform/mail/outbox.ts'
import { renderLetter } from '../../platform/mail/render_letter.ts'

export interface WaitingLetterParts {
  occasion: string
  kind: string
  member: { id: string; name: string; email: string }
  neutralTitle: string
  link: string
  expiresAt?: Temporal.Instant
}

/** Says that something waits and where, and nothing else: who contacts what is read behind the sign-in only. */
export function waitingLetter({ member, neutralTitle, link, ...letter }: WaitingLetterParts): Letter {
  return {
    ...letter,
    memberId: member.id,
    toName: member.name,
    toAddress: member.email,
    ...renderLetter('members/waiting', { neutralTitle, link }),
  }
}
