import { refuseAssignment } from '../src/features/assignments/actions.ts'
import { typedFrom } from '../src/features/reflections/answers_in_words.ts'
import { saveDraft } from '../src/features/reflections/draft_actions.ts'
import type { Answers } from '../src/features/reflections/fields.ts'
import { releaseWhatIsDue } from '../src/features/reflections/release_actions.ts'
import { addToReflection, reviseReflection } from '../src/features/reflections/revision_actions.ts'
import { addMonths, isOpenMonth, lastDay, monthOf } from '../src/lib/periods.ts'
import type { Company } from './company.ts'
import { type Contacts, type Errand, evening } from './contacts.ts'
import type { Diary } from './diary.ts'
import { fateOf } from './fates.ts'
import { type Chance, momentOn } from './moments.ts'
import { ADDITIONS, DECLINED, EXCUSED } from './reasons.ts'

/** What goes on in the company, and where it is written down. */
export interface World {
  company: Company
  diary: Diary
  contacts: Contacts
}

/** A contact is open to its leader: what becomes of it goes into the diary. */
export function live({ company, diary, contacts }: World, errand: Errand, chances: readonly Chance[]): void {
  const world = { company, diary, contacts }
  const fate = fateOf(errand.leaderId, chances, company.dice)
  if (fate.kind === 'declined') decline(world, errand, fate.after)
  if (fate.kind === 'forgotten') perhapsExcuse(world, errand)
  if (fate.kind === 'made') make(world, errand, fate)
}

/** A contact that waits for its reflection, until the next one is due. */
interface Begun {
  isLast: boolean
  finish?: () => void
}

/** Whoever the demo shows with something left to write: makes contacts late in the window and leaves the last one half written. */
export function lingering(world: World): (errand: Errand, chances: readonly Chance[]) => void {
  const { company, diary, contacts } = world
  let last: Begun | undefined

  return (errand, chances) => {
    const chance = chances.findLast(({ at }) => Temporal.Instant.compare(at, company.now) <= 0)
    if (!chance) return
    if (last) last.isLast = false
    last?.finish?.()
    const begun: Begun = { isLast: true }
    last = begun
    diary.plan(chance.at, (at) => {
      contacts.make(errand, chance)
      const { answers, endedOn } = contacts.write(errand, chance)
      saveDraft(company.as(errand.leaderId, at), errand.id, halfOf(answers))
      const day = endedOn.add({ days: 1 })
      const handIn = (later: Temporal.Instant) => readAfter(world, contacts.handIn(errand, answers, later), day, 2)
      begun.finish = () => diary.plan(evening(day, company), handIn)
      if (!begun.isLast) begun.finish()
    })
  }
}

/** The facts are filled in, the rest is still to come. */
function halfOf(answers: Answers): Record<string, string | string[]> {
  const typed = typedFrom(answers)
  const facts = ['contacted_on', 'daypart', 'reached', 'wait', 'transfers', 'repeated', 'addressed', 'well_done']

  return Object.fromEntries(facts.map((name) => [name, typed[name] ?? '']))
}

function decline({ company, diary }: World, errand: Errand, after: number): void {
  const reason = company.dice.pick(DECLINED)
  const first = Temporal.PlainDate.from(errand.fromDay)
  const day = first.add({ days: after })
  const earliest = day.toString() > errand.toDay ? first : day
  diary.plan(evening(earliest, company), (at) => {
    refuseAssignment(company.as(errand.leaderId, at), errand.id, 'decline', reason, null)
  })
}

/** Some of what was missed had good reasons, which the lead hears of afterwards. */
function perhapsExcuse({ company, diary }: World, errand: Errand): void {
  if (!company.dice.chance(0.2)) return
  const reason = company.dice.pick(EXCUSED)
  const day = Temporal.PlainDate.from(errand.toDay).add({ days: 2 })
  diary.plan(momentOn(day, '10:30', 'Europe/London'), (at) => {
    refuseAssignment(company.as('maud', at), errand.id, 'excuse', reason, null)
  })
}

function make(
  world: World,
  errand: Errand,
  { chance, handedInAfter, predicted }: { chance: Chance; handedInAfter: number; predicted: boolean },
): void {
  const { company, diary, contacts } = world
  diary.plan(chance.at, () => {
    if (predicted) contacts.make(errand, chance)
    const { answers, endedOn } = contacts.write(errand, chance)
    const soonest = chance.at.add({ minutes: company.dice.between(12, 40) })
    const day = endedOn.add({ days: handedInAfter })
    const at = day.equals(chance.day) ? soonest : evening(day, company)
    diary.plan(at, (handedInAt) => follow(world, errand, answers, contacts.handIn(errand, answers, handedInAt), day))
  })
}

/** What still happens to a reflection once it is handed in. */
function follow(world: World, errand: Errand, answers: Answers, id: string, handedInOn: Temporal.PlainDate): void {
  const { company, diary } = world
  const { dice } = company
  readAfter(world, id, handedInOn, dice.between(1, 4))
  diary.plan(momentOn(handedInOn.add({ days: 3 }), '06:00', 'Europe/London'), (at) => {
    releaseWhatIsDue(company.as(null, at))
  })
  if (answers.promise === 'still_open') settlePromise(world, errand, answers, id)
  if (dice.chance(0.012)) addLater(world, errand, handedInOn, id)
}

/**
 * The lead reads it so many days later; what is revised or added to waits for them once more. What came this week still waits, so that there
 * is something to read.
 */
export function readAfter(
  { company, diary, contacts }: World,
  id: string,
  writtenOn: Temporal.PlainDate,
  days: number,
): void {
  const at = momentOn(writtenOn.add({ days }), '09:20', 'Europe/London')
  const isThisWeek = Temporal.Instant.compare(at, company.now.subtract({ hours: 7 * 24 })) > 0
  if (!isThisWeek) diary.plan(at, () => contacts.read(id, at))
}

/** A promised call-back came, came late, or did not; as long as the month is open it is said in the reflection itself. */
function settlePromise(world: World, errand: Errand, answers: Answers, id: string): void {
  const { company, diary } = world
  const promise = company.dice.weighted({ kept: 45, late: 25, broken: 30 })
  const contactedOn = Temporal.PlainDate.from(answers.contactedOn)
  const day = contactedOn.add({ days: company.dice.between(6, 9) })
  if (!isOpenMonth(monthOf(contactedOn), day, CLOSINGS)) return
  diary.plan(evening(day, company), (at) => reviseReflection(company.as(errand.leaderId, at), id, 1, { promise }))
  readAfter(world, id, day, 2)
}

/** Once the month it is counted in is closed, which may be the one it was handed in, a reflection takes additions only. */
function addLater(world: World, errand: Errand, handedInOn: Temporal.PlainDate, id: string): void {
  const { company, diary } = world
  const words = company.dice.pick(ADDITIONS)
  const closed = lastDay(addMonths(monthOf(handedInOn), 1))
  diary.plan(evening(closed, company), (at) => addToReflection(company.as(errand.leaderId, at), id, words))
  readAfter(world, id, closed, 2)
}

/** The organisation’s default. */
const CLOSINGS = { closesAfterDays: 7, closedThrough: null, delays: [] }
