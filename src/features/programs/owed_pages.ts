import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { counted, dayInWords } from '../../lib/words.ts'
import { isStill } from '../members/member.ts'
import { getOrganisation, listMembers, today } from '../members/store.ts'
import { inOrderOfOwing, nudgeComplaint, type Owes, owedSince, owesOf } from './owed.ts'
import { pageOfItems } from './paging.ts'
import { listReminded, type Reminded } from './reminded_store.ts'
import { type Duty, listOwed } from './round_store.ts'

const OWED_A_PAGE = 25

/** `gone`: its leader is none any more, so that a lead has to settle it. */
type OwedDuty = Duty & { owes: Owes; gone: boolean }

/** Everybody who still has something to do, most urgent first; one page of them is drawn, and whoever begins later folded away. */
export function owedPart(ctx: Context, asked = 1) {
  const all = listAllOwed(ctx)
  const { items, pager } = pageOfItems(all, asked, OWED_A_PAGE)
  const reminded = listReminded(ctx, items)

  return {
    late: new Set(all.filter(({ owes, gone }) => isDue(owes) && !gone).map(({ leaderId }) => leaderId)).size,
    waiting: all.length,
    lines: items.filter(({ owes }) => owes !== 'ahead').map((duty) => owedLine(ctx, duty, reminded.get(duty.id))),
    later: items.filter(({ owes }) => owes === 'ahead').map((duty) => laterLine(ctx, duty)),
    isEmpty: all.length === 0,
    pager,
  }
}

function listAllOwed(ctx: Context): OwedDuty[] {
  const here = new Set(
    listMembers(ctx)
      .filter((member) => isStill('leader', member))
      .map(({ id }) => id),
  )
  const owed = listOwed(ctx).flatMap((duty) => {
    const owes = owesOf(duty, dayIn(duty.touchpointZone, ctx.now))

    return owes ? [{ ...duty, owes, gone: !here.has(duty.leaderId) }] : []
  })

  return inOrderOfOwing(owed)
}

/** Not everything that is still to do is worth a headline. */
function isDue(owes: Owes): boolean {
  return owes === 'late' || owes === 'declined' || owes === 'reflection' || owes === 'halfway'
}

function laterLine(ctx: Context, { id, leader, touchpoint, fromDay }: OwedDuty) {
  const { locale } = getOrganisation(ctx)

  return {
    id,
    leader,
    touchpoint,
    begins: `Begins on ${dayInWords(fromDay, locale, 'short')}`,
  }
}

function owedLine(ctx: Context, duty: OwedDuty, reminded: Reminded | undefined) {
  const { locale } = getOrganisation(ctx)
  const day = (text: string) => dayInWords(text, locale, 'short')
  const since = owedSince(duty, duty.owes)

  return {
    id: duty.id,
    leader: duty.leader,
    touchpoint: duty.touchpoint,
    what: WORDS[duty.owes](day(STANDS_ON[duty.owes](duty))),
    since: since ? `since ${day(since)}` : 'not yet',
    reminded: reminded ? `${counted(reminded.letters, 'letter')}, last on ${day(reminded.last)}` : 'no letter yet',
    gone: duty.gone,
    swap: duty.owes === 'declined',
    nudge: nudgeComplaint(duty, dayIn(duty.touchpointZone, ctx.now)) === null,
    nudgedToday: reminded?.last === today(ctx).toString(),
  }
}

/** The day each sentence is about. */
const STANDS_ON: Readonly<Record<Owes, (duty: Duty) => string>> = {
  late: ({ toDay }) => toDay,
  declined: ({ toDay }) => toDay,
  reflection: ({ contactedOn, fromDay }) => contactedOn ?? fromDay,
  halfway: ({ toDay }) => toDay,
  open: ({ toDay }) => toDay,
  contacted: ({ contactedOn, fromDay }) => contactedOn ?? fromDay,
  ahead: ({ fromDay }) => fromDay,
}

const WORDS: Readonly<Record<Owes, (day: string) => string>> = {
  late: (day) => `Window over since ${day}, nothing written`,
  declined: (day) => `Declined, until ${day}`,
  reflection: (day) => `Contacted on ${day}, no reflection yet`,
  halfway: (day) => `Not done yet, until ${day}`,
  open: (day) => `In good time, until ${day}`,
  contacted: () => 'Contacted today',
  ahead: (day) => `Begins on ${day}`,
}
