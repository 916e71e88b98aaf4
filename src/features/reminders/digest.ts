/** The week a digest is about, and what it says of it. */

export interface Week {
  /** Its Monday: a week by which a digest is known. */
  key: string
  weekEnds: string
  lastFrom: string
  lastTo: string
}

export function weekOf(today: Temporal.PlainDate): Week {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const day = (days: number) => monday.add({ days }).toString()

  return { key: day(0), weekEnds: day(6), lastFrom: day(-7), lastTo: day(-1) }
}

export interface Counts {
  open: number
  endThisWeek: number
  awaitReflection: number
  missedLastWeek: number
  handedInLastWeek: number
  unread: number
}

/** A sentence for each count that is not nought; none where all are: then there is nothing to write about. */
export function countSentences(counts: Counts): string[] {
  const { open, endThisWeek, awaitReflection, missedLastWeek, handedInLastWeek, unread } = counts
  const said = (n: number, one: string, many: string) => n > 0 && `${n === 1 ? one : many.replace('#', String(n))}.`

  return [
    said(open, '1 contact is open', '# contacts are open'),
    said(endThisWeek, '1 of them ends this week', '# of them end this week'),
    said(awaitReflection, '1 contact waits for its reflection', '# contacts wait for their reflections'),
    said(missedLastWeek, '1 contact was missed last week', '# contacts were missed last week'),
    said(handedInLastWeek, '1 reflection was handed in last week', '# reflections were handed in last week'),
    said(unread, '1 reflection is not read by you yet', '# reflections are not read by you yet'),
  ].filter((sentence) => sentence !== false)
}
