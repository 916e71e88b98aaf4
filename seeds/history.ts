import { refuseAssignment } from '../src/features/assignments/actions.ts'
import { listWaiting } from '../src/features/assignments/store.ts'
import { retireMember } from '../src/features/members/actions.ts'
import { closeDueMonths, type Decide } from '../src/features/months/closing_actions.ts'
import { settleRounds } from '../src/features/programs/jobs.ts'
import { drawAgain, publishRound } from '../src/features/programs/round_actions.ts'
import { type Duty, listDuties, listRoundsOf } from '../src/features/programs/round_store.ts'
import { decideReminders } from '../src/features/reminders/actions.ts'
import { listDays } from '../src/lib/days.ts'
import { firstDay, monthOf, quarterOf } from '../src/lib/periods.ts'
import { absencesOf, announce, isAway } from './absences.ts'
import { actOnFindings } from './acting.ts'
import { LEADERS } from './cast.ts'
import { decidingBeside } from './closing.ts'
import type { Company } from './company.ts'
import { contactsOf } from './contacts.ts'
import { type Diary, newDiary } from './diary.ts'
import { hire } from './founding.ts'
import { lingering, live } from './lives.ts'
import { type Chance, momentOn } from './moments.ts'
import { noteTheChange } from './noted_change.ts'
import { actOnImpulse } from './own_initiative.ts'
import { joinProgram, MAIN_PROGRAM, PUBLISH_DAYS_AHEAD, SECOND_PROGRAM } from './programs.ts'
import { LEFT } from './reasons.ts'
import { reviewQuarters } from './reviews.ts'
import { seat } from './seats.ts'
import type { Year } from './weather.ts'

/** Viktor’s contacts of so many days are made late, and the last one waits for its reflection. */
const LINGERS = 40

/** Day by day up to now: what is due is done by the product’s own jobs, and people do what people do. */
export function replay(company: Company, year: Year): void {
  const diary = newDiary()
  const deciding = decidingBeside()
  const today = todayOf(company)
  const absences = absencesOf(company, year, today)
  const isThere = (leader: string, day: Temporal.PlainDate) => !isAway(absences, leader, day)
  const hand = handOut(company, year, diary, isThere)
  announce(company, absences, diary)
  comeAndGo(company, today, diary)
  actOnFindings(company, diary, today)
  noteTheChange(company, year, diary)
  reviewQuarters(company, year, diary)
  for (const day of daysOfYear(year, today)) {
    const morning = momentOn(day, '05:30', 'Europe/London')
    if (Temporal.Instant.compare(morning, company.now) > 0) break
    diary.liveUntil(morning)
    seatCast(company, morning)
    lookAfter(company, morning, deciding.decide)
    if (isOfLate(day, today)) remind(company, day)
    hand(morning)
  }
  diary.liveUntil(company.now)
  lookAfter(company, company.now, deciding.decide)
  deciding.end()
}

function lookAfter(company: Company, at: Temporal.Instant, decide: Decide): void {
  settleRounds(company.as(null, at))
  closeDueMonths(company.as(null, at), decide)
}

/** The days on which something is looked after: once a week, when rounds are published, when months close, and daily of late. */
function daysOfYear(year: Year, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const all = listDays(year.startsOn.subtract({ days: 40 }), today)
  const closes = (day: Temporal.PlainDate) => day.day === DAY_OF_CLOSING
  const publishes = (day: Temporal.PlainDate) => day.add({ days: PUBLISH_DAYS_AHEAD }).day === 1

  return all.filter((day, i) => i % 7 === 0 || publishes(day) || closes(day) || isOfLate(day, today))
}

/** Of this quarter, or for a month: whoever still owes something of these days was reminded on each day that called for it, as a lead sees. */
function isOfLate(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const [month] = quarterOf(monthOf(today)).months
  const monthAgo = today.subtract({ days: 30 })

  return [firstDay(month), monthAgo].some((from) => Temporal.PlainDate.compare(day, from) >= 0)
}

function remind(company: Company, day: Temporal.PlainDate): void {
  const at = momentOn(day, '08:10', 'Europe/London')
  if (Temporal.Instant.compare(at, company.now) <= 0) decideReminders(company.as(null, at), 'http://127.0.0.1:3000')
}

/** Seven days after the last of a month it is still open. */
const DAY_OF_CLOSING = 8

export function todayOf({ now }: Company): Temporal.PlainDate {
  return now.toZonedDateTimeISO('Europe/London').toPlainDate()
}

/** Every contact that has become open is handed to life, once. */
function handOut(
  company: Company,
  year: Year,
  diary: Diary,
  isThere: (leader: string, day: Temporal.PlainDate) => boolean,
): (at: Temporal.Instant) => void {
  const contacts = contactsOf(company, year)
  const world = { company, diary, contacts }
  actOnImpulse(world, year, isThere)
  const linger = lingering(world)
  const known = new Set<string>()
  const today = todayOf(company)

  return (at) => {
    for (const duty of openDuties(company, at)) {
      if (known.has(duty.id)) continue
      known.add(duty.id)
      const chances = usable(contacts.chances(duty), at).filter(({ day }) => isThere(duty.leaderId, day))
      if (duty.leaderId === 'nora' && duty.toDay >= today.toString()) continue
      if (duty.leaderId === 'viktor' && duty.toDay >= today.subtract({ days: LINGERS }).toString())
        linger(duty, chances)
      else live(world, duty, chances)
    }
  }
}

function openDuties(company: Company, at: Temporal.Instant): Duty[] {
  const ctx = company.as(null, at)
  const published = [MAIN_PROGRAM, SECOND_PROGRAM]
    .flatMap((program) => listRoundsOf(ctx, program))
    .filter(({ state }) => state === 'published')

  return listDuties(
    ctx,
    published.map(({ id }) => id),
  ).filter(({ state }) => state === 'open')
}

/** Nobody sets out on a Sunday, nor before they know. */
function usable(chances: readonly Chance[], from: Temporal.Instant): Chance[] {
  return chances.filter(({ day, at }) => day.dayOfWeek !== 7 && Temporal.Instant.compare(at, from) > 0)
}

/** The draft of this month is drawn afresh and looked at by the lead before it is published, so that the cast has something to do. */
function seatCast(company: Company, at: Temporal.Instant): void {
  const today = todayOf(company)
  const soon = at.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days: PUBLISHED_AHEAD })
  const ctx = company.as('maud', at)
  const round = listRoundsOf(ctx, MAIN_PROGRAM).find(
    ({ startsOn, endsOn }) => startsOn <= today.toString() && today.toString() <= endsOn,
  )
  if (round?.state !== 'planned' || soon.toString() < round.startsOn) return
  const yesterday = today.subtract({ days: 1 })
  const lately = yesterday.toString() < round.startsOn ? today : yesterday
  drawAgain(ctx, round.id)
  seat({ company, roundId: round.id, leader: 'nora', day: today, at, apart: [] })
  seat({ company, roundId: round.id, leader: 'viktor', day: lately, at, apart: ['nora'] })
  publishRound(ctx, round.id)
}

/** By hand, a little before the program would do it by itself. */
const PUBLISHED_AHEAD = 8

/** One joins half-way, one leaves; months are counted back from today. */
function comeAndGo(company: Company, today: Temporal.PlainDate, diary: Diary): void {
  for (const person of LEADERS) {
    if (person.joined !== undefined) {
      const day = today.with({ day: 1 }).subtract({ months: person.joined, days: 12 })
      diary.plan(momentOn(day, '09:00', 'Europe/London'), (at) => {
        hire(company, person, at, day)
        joinProgram(company, person.id, at)
      })
    }
    if (person.left !== undefined) {
      const day = today.with({ day: 1 }).subtract({ months: person.left }).add({ days: 9 })
      diary.plan(momentOn(day, '17:00', 'Europe/London'), (at) => goodbye(company, person.id, at))
    }
  }
}

function goodbye(company: Company, id: string, at: Temporal.Instant): void {
  const lead = company.as('maud', at)
  for (const { assignment } of listWaiting(lead, id)) refuseAssignment(lead, assignment.id, 'excuse', LEFT, null)
  retireMember(company.as('alva', at), id)
}
