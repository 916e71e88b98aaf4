/** Which contacts a lead can still give to somebody else. */
import { isWindowOver } from './round.ts'

export interface Swappable {
  roundId: string | null
  state: string
  toDay: string
}

/** Why a contact cannot be given to somebody else now; null: it can. */
export function swapComplaint(duty: Swappable, todayThere: Temporal.PlainDate): string | null {
  if (duty.roundId === null) return 'This contact was the leader’s own initiative. There is nothing to swap.'
  if (duty.state === 'planned' || duty.state === 'declined') return null
  if (duty.state !== 'open') return 'This contact has been started or settled. Add another one to the round instead.'

  return isWindowOver(duty.toDay, todayThere) ? 'Its window is over. Add another contact to the round instead.' : null
}
