import type { Context } from '../../context.ts'
import { counted } from '../../lib/words.ts'
import { getOrganisation } from '../members/store.ts'
import { isLoad, isRealContact } from './duty.ts'
import { brokenCooldowns, coverage, loadSpread, type Spread, spreadInWords } from './fairness.ts'
import type { Column } from './matrix_columns.ts'
import { type CarriedRow, listCarried, type MatrixFacts } from './matrix_store.ts'
import type { Duty, RoundRow } from './round_store.ts'

/** Whether the rounds shown are fair, as figures that are counted and sentences that follow from them. */
export function statedFigures(ctx: Context, facts: MatrixFacts, columns: readonly Column<RoundRow>[]) {
  const rounds = columns.flatMap(({ round }) => (round ? [round] : []))
  const ids = new Set(rounds.map(({ id }) => id))
  const carried = facts.duties.filter(({ roundId, state }) => ids.has(roundId ?? '') && isLoad(state))
  const spread = loadSpread(
    carried,
    facts.leaders.map(({ id }) => id),
  )
  if (rounds.length === 0 || !spread) return []

  return [
    { figure: spreadInWords(spread), words: spreadSentence(spread) },
    covered(facts, rounds, carried),
    cooldowns(listCarried(ctx, facts.program.id), getOrganisation(ctx).cooldownDays),
    ownDepartment(facts, carried),
  ]
}

function spreadSentence({ least, most }: Spread): string {
  if (least === most) return 'Every leader carries the same load.'
  if (most - least === 1) return 'The load is spread to within one contact a leader.'

  return 'The load is uneven: whoever has less was away, is new, or had no touchpoint left.'
}

function covered({ touchpoints, names }: MatrixFacts, rounds: readonly RoundRow[], carried: readonly Duty[]) {
  const { covered, of } = coverage(
    carried,
    rounds.map(({ id }) => id),
    touchpoints.map(({ id }) => id),
  )
  const open = [...new Set(rounds.flatMap(({ gaps }) => gaps.flatMap(({ touchpointId }) => touchpointId ?? [])))]
  const tail =
    open.length > 0 && open.length < 4 ? ` Nobody can take ${open.map((id) => names.get(id)).join(', ')}.` : ''

  return { figure: `${covered} of ${of}`, words: `Touchpoints covered, round by round.${tail}` }
}

/** Only real contacts and those still open start a cool-down (PRODUCT.md §2). */
function cooldowns(given: readonly CarriedRow[], days: number) {
  const carried = given.filter(({ state }) => isRealContact(state))
  if (carried.length === 0) return { figure: 'None yet', words: 'Cool-downs: no contact has started one.' }
  const broken = brokenCooldowns(carried, days)
  if (broken === 0)
    return {
      figure: `All ${carried.length.toLocaleString('en-GB')} kept`,
      words: `Cool-downs: nobody meets a touchpoint twice in ${days} days.`,
    }

  return {
    figure: `${broken.toLocaleString('en-GB')} of ${carried.length.toLocaleString('en-GB')} broken`,
    words: `Cool-downs: ${counted(broken, 'contact')} came within ${days} days of another at the same touchpoint.`,
  }
}

function ownDepartment({ leaders, touchpoints }: MatrixFacts, carried: readonly Duty[]) {
  const department = new Map([...leaders, ...touchpoints].map((one) => [one.id, one.departmentId]))
  const own = carried.filter(({ leaderId, touchpointId }) => {
    const theirs = department.get(leaderId)

    return theirs && theirs === department.get(touchpointId)
  }).length
  if (own === 0) return { figure: 'None', words: 'Nobody is sent to their own department.' }

  return {
    figure: `${own} of ${carried.length}`,
    words: 'Sent to what is their own department now: somebody moved since.',
  }
}
