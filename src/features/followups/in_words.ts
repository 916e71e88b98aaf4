/** A follow-up as pages say it, wherever it stands. */
import { counted, dayInWords, monthInWords } from '../../lib/words.ts'
import { CAUSE_NAMES } from '../reflections/choices.ts'
import type { Cause } from '../reflections/fields.ts'
import { HELD_COUNTED, heldWords, type Retested } from '../reflections/retest.ts'
import { daysOverdue, type Followup, type FollowupKind, KIND_WORDS } from './followup.ts'
import { measureName } from './origin.ts'

interface Said extends Followup {
  id: string
  kind: FollowupKind
  cause: Cause | null
  commitment: string
  doneOn: string | null
  droppedOn: string | null
  droppedReason: string
}

export interface Reading {
  locale: string
  today: Temporal.PlainDate
}

/** One row of a board, and the top of its own page. */
export function followupInWords(followup: Said, retested: readonly Retested[], { locale, today }: Reading) {
  const on = (day: string) => dayInWords(day, locale)
  const late = daysOverdue(followup, today)
  const held = heldWords(retested, locale)
  const stands = {
    open: () => `Due ${on(followup.dueOn)}`,
    done: () => `Done ${on(followup.doneOn ?? followup.dueOn)}, says its owner`,
    dropped: () => `Dropped ${on(followup.droppedOn ?? followup.dueOn)}`,
  }[followup.state]()

  return {
    id: followup.id,
    commitment: followup.commitment,
    kind: KIND_WORDS[followup.kind].name,
    cause: followup.cause ? CAUSE_NAMES[followup.cause] : '',
    stands,
    overdue: late > 0 ? `${counted(late, 'day')} overdue` : '',
    held: held || (followup.state === 'done' ? 'Not re-tested yet.' : ''),
    heldCounted: held ? HELD_COUNTED : '',
    droppedReason: followup.droppedReason,
  }
}

/** "Raised from Felt valued, October 2026". */
export function originInWords(
  { measure, month, standard }: { measure: string | null; month: string | null; standard: string | null },
  locale: string,
): string {
  const what = standard ?? (measure ? measureName(measure) : undefined)
  if (!what) return ''

  return `Raised from “${what}”${month ? `, ${monthInWords(month, locale)}` : ''}.`
}
