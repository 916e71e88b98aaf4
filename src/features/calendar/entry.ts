/** What calendars are told of an assignment: its days under a neutral title, whether it still stands, and nothing of the contact. */

/** What an entry shows. Days are ISO text. */
export interface Shown {
  title: string
  fromDay: string
  toDay: string
  cancelled: boolean
}

/** What was last told. */
export interface Entry extends Shown {
  assignmentId: string
  /** Stays for ever, so that a change moves the entry and a cancellation finds it. */
  uid: string
  sequence: number
  changedOn: string
}

export interface Given {
  id: string
  state: string
  fromDay: string
  toDay: string
}

/** Whoever had it does not have it any more. */
const GONE: readonly string[] = ['handed_over', 'declined', 'excused', 'cancelled']

/** So many days after its end an entry is left out of feeds. */
export const KEPT_DAYS = 92

/**
 * The entry as it is to be told today. Unchanged it stays what it was; changed it is one revision further (RFC 5545 §3.8.7.4). Null
 * where calendars never heard of it and need not: it is cancelled. That the contact was made changes nothing.
 */
export function tell(
  last: Entry | undefined,
  given: Given,
  title: string,
  fresh: { uid: string; today: string },
): Entry | null {
  const shown = shownOf(given, title)
  if (!last) {
    return shown.cancelled
      ? null
      : { ...shown, assignmentId: given.id, uid: fresh.uid, sequence: 0, changedOn: fresh.today }
  }
  if (isSame(last, shown)) return last

  return { ...last, ...shown, sequence: last.sequence + 1, changedOn: fresh.today }
}

/** Control characters have no place in a calendar (RFC 5545 §3.3.11). */
function shownOf({ state, fromDay, toDay }: Given, title: string): Shown {
  return { title: title.replace(/\p{Cc}+/gu, ' ').trim(), fromDay, toDay, cancelled: GONE.includes(state) }
}

function isSame(last: Shown, now: Shown): boolean {
  return (
    last.title === now.title &&
    last.fromDay === now.fromDay &&
    last.toDay === now.toDay &&
    last.cancelled === now.cancelled
  )
}
