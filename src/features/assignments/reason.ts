/** Declining, excusing and cancelling ask why: the words of each, and what makes a reason. */

export type Refusal = 'decline' | 'excuse' | 'cancel'

export interface RefusalWords {
  title: string
  lead: string
  button: string
  /** What the audit says. */
  done: string
}

export const REFUSALS: Readonly<Record<Refusal, RefusalWords>> = {
  decline: {
    title: 'Decline this contact',
    lead: 'Declining is normal. Your lead sees the reason and may find somebody else.',
    button: 'Decline this contact',
    done: 'declined',
  },
  excuse: {
    title: 'Excuse this contact',
    lead: 'Nobody waits for it any more, and it is no longer counted as due.',
    button: 'Excuse this contact',
    done: 'excused',
  },
  cancel: {
    title: 'Cancel this contact',
    lead: 'It is taken out of the round. Its leader is not asked for it any more.',
    button: 'Cancel this contact',
    done: 'cancelled',
  },
}

const LONGEST_REASON = 500

/** Kept and shown to leads; null where it will do. */
export function reasonComplaint(reason: string): string | null {
  if (reason.trim() === '') return 'Say why in a few words.'

  return reason.length > LONGEST_REASON ? `Keep the reason under ${LONGEST_REASON} characters.` : null
}
