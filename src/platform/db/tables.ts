import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Daypart, Span, WeeklyHours } from '../../lib/days.ts'

/*
 * Every table: the one map of the data. Days are ISO text (YYYY-MM-DD), months YYYY-MM. Ids are random, not ordered by time.
 * No clock time of a contact is kept anywhere (PRODUCT.md §3): moments (milliseconds since 1970) stand only where something
 * expires within minutes or is sent later, and such rows are deleted or emptied as soon as they are done. What is written when somebody
 * signs in, makes a contact or hands in has no row numbers either (WITHOUT ROWID): they would tell the order of a day.
 */

const id = () => text('id').primaryKey()
const day = (name: string) => text(name)
const list = <T>(name: string) => text(name, { mode: 'json' }).$type<T[]>()
const flag = (name: string) => integer(name, { mode: 'boolean' })
const version = () => integer('version').notNull().default(1)

// ── The organisation and its people ──

/** One row. What a company decides once; each has a default that suits most. */
export const organisation = sqliteTable(
  'organisation',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    locale: text('locale').notNull().default('en-GB'),
    timeZone: text('time_zone').notNull().default('Europe/London'),
    country: text('country').notNull().default('GB'),
    fiscalYearStart: integer('fiscal_year_start').notNull().default(1),
    cooldownDays: integer('cooldown_days').notNull().default(90),
    lockoutDays: integer('lockout_days').notNull().default(365),
    spacingDays: integer('spacing_days').notNull().default(3),
    contactsPerMonth: integer('contacts_per_month').notNull().default(2),
    roundClosesAfterDays: integer('round_closes_after_days').notNull().default(7),
    monthClosesAfterDays: integer('month_closes_after_days').notNull().default(7),
    smallestGroup: integer('smallest_group').notNull().default(5),
    primaryMeasure: text('primary_measure').notNull().default('valued'),
    neutralTitle: text('neutral_title').notNull().default('Customer hour'),
    version: version(),
  },
  (t) => [
    check('organisation_one_row', sql`${t.id} = 1`),
    check('organisation_fiscal_year_start', sql`${t.fiscalYearStart} between 1 and 12`),
    check('organisation_smallest_group', sql`${t.smallestGroup} >= 4`),
  ],
)

export const departments = sqliteTable(
  'departments',
  { id: id(), name: text('name').notNull(), retiredOn: day('retired_on'), version: version() },
  (t) => [uniqueIndex('departments_name').on(sql`lower(${t.name})`)],
)

export const members = sqliteTable(
  'members',
  {
    id: id(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    jobTitle: text('job_title').notNull().default(''),
    departmentId: text('department_id').references(() => departments.id),
    country: text('country').notNull(),
    timeZone: text('time_zone').notNull(),
    languages: list<string>('languages').notNull(),
    /** Null: the default hours, Monday to Saturday 7–21 in the member's zone. */
    contactableHours: text('contactable_hours', { mode: 'json' }).$type<WeeklyHours>(),
    joinedOn: day('joined_on').notNull(),
    retiredOn: day('retired_on'),
    version: version(),
  },
  (t) => [uniqueIndex('members_email').on(sql`lower(${t.email})`), index('members_department').on(t.departmentId)],
)

export const memberRoles = sqliteTable(
  'member_roles',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    role: text('role').$type<'leader' | 'lead' | 'owner' | 'reviewer' | 'admin'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.role] }),
    check('member_roles_role', sql`${t.role} in ('leader', 'lead', 'owner', 'reviewer', 'admin')`),
  ],
)

export const absences = sqliteTable(
  'absences',
  {
    id: id(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
  },
  (t) => [index('absences_member').on(t.memberId, t.fromDay), check('absences_order', sql`${t.toDay} >= ${t.fromDay}`)],
)

// ── Sign-in ──

/** A letter with a code and a link: ten minutes, once, bound to the asking browser. Deleted when used or expired. */
export const signInRequests = sqliteTable(
  'sign_in_requests',
  {
    id: id(),
    /** Null where the address is nobody's: the answer is the same. */
    memberId: text('member_id').references(() => members.id, { onDelete: 'cascade' }),
    browserHash: text('browser_hash').notNull(),
    codeHash: text('code_hash').notNull(),
    linkHash: text('link_hash').notNull(),
    attempts: integer('attempts').notNull().default(0),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [uniqueIndex('sign_in_requests_link').on(t.linkHash), index('sign_in_requests_browser').on(t.browserHash)],
)

/** The set-up link on the console, and links an admin issues where there is no mail server. */
export const oneTimeLinks = sqliteTable(
  'one_time_links',
  {
    id: id(),
    /** Null: the set-up link of an empty installation. */
    memberId: text('member_id').references(() => members.id, { onDelete: 'cascade' }),
    issuedBy: text('issued_by').references(() => members.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    issuedOn: day('issued_on').notNull(),
    /** Emptied when used. */
    expiresAt: integer('expires_at'),
    usedOn: day('used_on'),
    /** The member is told at the next sign-in that somebody issued a link for them. */
    toldOn: day('told_on'),
  },
  (t) => [uniqueIndex('one_time_links_token').on(t.tokenHash)],
)

/** Days only: the minute of a sign-in is close to the minute of a contact. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    device: text('device').notNull(),
    startedOn: day('started_on').notNull(),
    seenOn: day('seen_on').notNull(),
    expiresOn: day('expires_on').notNull(),
    /** The one-time link that opened it: whoever holds that session is not the one to be told of the link. */
    linkId: text('link_id').references(() => oneTimeLinks.id, { onDelete: 'set null' }),
  },
  (t) => [uniqueIndex('sessions_token').on(t.tokenHash), index('sessions_member').on(t.memberId)],
)

// ── Ways in ──

export const touchpoints = sqliteTable(
  'touchpoints',
  {
    id: id(),
    name: text('name').notNull(),
    channel: text('channel').$type<'phone' | 'chat' | 'email' | 'web_form' | 'app' | 'social' | 'shop'>().notNull(),
    /** A number in E.164 for phones, else an address, a link, a street. */
    address: text('address').notNull(),
    timeZone: text('time_zone').notNull(),
    languages: list<string>('languages').notNull(),
    departmentId: text('department_id').references(() => departments.id),
    ownerId: text('owner_id').references(() => members.id),
    weight: real('weight').notNull().default(1),
    openingHours: text('opening_hours', { mode: 'json' }).$type<WeeklyHours>().notNull(),
    /** How customers' traffic falls over the day, shares that add up to 1; null where unknown. */
    dayparts: text('dayparts', { mode: 'json' }).$type<Partial<Record<Daypart, number>>>(),
    /** Mail and forms: after so many days without an answer nobody was reached. */
    answerDays: integer('answer_days'),
    intent: text('intent').notNull().default(''),
    motivation: text('motivation').notNull().default(''),
    storyWanted: text('story_wanted').notNull().default(''),
    retiredOn: day('retired_on'),
    version: version(),
  },
  (t) => [
    uniqueIndex('touchpoints_name').on(sql`lower(${t.name})`),
    index('touchpoints_owner').on(t.ownerId),
    check('touchpoints_channel', sql`${t.channel} in ('phone', 'chat', 'email', 'web_form', 'app', 'social', 'shop')`),
    check('touchpoints_weight', sql`${t.weight} > 0`),
  ],
)

/** A day whose hours differ from the week's; no spans: closed. */
export const openingExceptions = sqliteTable(
  'opening_exceptions',
  {
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    day: day('day').notNull(),
    spans: list<Span>('spans').notNull(),
    reason: text('reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.touchpointId, t.day] })],
)

/** A day on which nobody is to contact this touchpoint, though it is open. */
export const blockedDays = sqliteTable(
  'blocked_days',
  {
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    day: day('day').notNull(),
    reason: text('reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.touchpointId, t.day] })],
)

export const standards = sqliteTable(
  'standards',
  {
    id: id(),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    statement: text('statement').notNull(),
    /** 0 to 1; null: no target set. */
    target: real('target'),
    position: integer('position').notNull(),
    retiredOn: day('retired_on'),
    version: version(),
  },
  (t) => [
    index('standards_touchpoint').on(t.touchpointId, t.position),
    check('standards_target', sql`${t.target} between 0 and 1`),
  ],
)

// ── Scenarios ──

export const scenarios = sqliteTable(
  'scenarios',
  {
    id: id(),
    title: text('title').notNull(),
    purpose: text('purpose').$type<'buy' | 'ask' | 'went_wrong' | 'complain'>().notNull(),
    languages: list<string>('languages').notNull(),
    retiredOn: day('retired_on'),
    /** The number of the newest scenario_versions row. */
    version: version(),
  },
  (t) => [
    uniqueIndex('scenarios_title').on(sql`lower(${t.title})`),
    check('scenarios_purpose', sql`${t.purpose} in ('buy', 'ask', 'went_wrong', 'complain')`),
  ],
)

/** The words of a scenario as they stood; an assignment keeps the ones it was given. */
export const scenarioVersions = sqliteTable(
  'scenario_versions',
  {
    id: id(),
    scenarioId: text('scenario_id')
      .notNull()
      .references(() => scenarios.id),
    number: integer('number').notNull(),
    /** The errand in one sentence, the headline of the briefing: "Ring the billing line about a bill that doubled." */
    errand: text('errand').notNull(),
    coverStory: text('cover_story').notNull(),
    openingLine: text('opening_line').notNull().default(''),
    ifAsked: text('if_asked').notNull().default(''),
    never: text('never').notNull().default(''),
    afterwards: text('afterwards').notNull().default(''),
    /** A test customer's name, address, account: leads and the assigned leader only. */
    details: list<{ label: string; value: string }>('details').notNull(),
  },
  (t) => [uniqueIndex('scenario_versions_number').on(t.scenarioId, t.number)],
)

export const scenarioTouchpoints = sqliteTable(
  'scenario_touchpoints',
  {
    scenarioId: text('scenario_id')
      .notNull()
      .references(() => scenarios.id),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
  },
  (t) => [
    primaryKey({ columns: [t.scenarioId, t.touchpointId] }),
    index('scenario_touchpoints_touchpoint').on(t.touchpointId),
  ],
)

// ── Programs and rounds ──

export const programs = sqliteTable(
  'programs',
  {
    id: id(),
    name: text('name').notNull(),
    aim: text('aim').notNull().default(''),
    /** day_a_month, monthly, fortnightly, weekly, quarterly or custom. */
    cadence: text('cadence').notNull(),
    /** RFC 5545, without DTSTART: "FREQ=MONTHLY". */
    recurrence: text('recurrence').notNull(),
    startsOn: day('starts_on').notNull(),
    endsAfterRounds: integer('ends_after_rounds'),
    endsOn: day('ends_on'),
    contactsPerLeader: integer('contacts_per_leader').notNull().default(1),
    contactsPerRound: integer('contacts_per_round'),
    /** Plans and publishes its rounds so many days ahead, without being asked; else a lead does. */
    runsItself: flag('runs_itself').notNull().default(false),
    planDaysAhead: integer('plan_days_ahead').notNull().default(14),
    publishDaysAhead: integer('publish_days_ahead').notNull().default(3),
    /** The last rounds are near and a lead said: let it end. Emptied when it goes on. */
    endConfirmedOn: day('end_confirmed_on'),
    retiredOn: day('retired_on'),
    version: version(),
  },
  (t) => [uniqueIndex('programs_name').on(sql`lower(${t.name})`)],
)

export const programLeaders = sqliteTable(
  'program_leaders',
  {
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    joinedOn: day('joined_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.programId, t.memberId] })],
)

export const programTouchpoints = sqliteTable(
  'program_touchpoints',
  {
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
  },
  (t) => [primaryKey({ columns: [t.programId, t.touchpointId] })],
)

export const programScenarios = sqliteTable(
  'program_scenarios',
  {
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    scenarioId: text('scenario_id')
      .notNull()
      .references(() => scenarios.id),
  },
  (t) => [primaryKey({ columns: [t.programId, t.scenarioId] })],
)

/** Keyed by program and first day: planning twice changes nothing. */
export const rounds = sqliteTable(
  'rounds',
  {
    id: id(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    /** "2026-06" for a month, else the first day. */
    period: text('period').notNull(),
    number: integer('number').notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on').notNull(),
    state: text('state').$type<'planned' | 'published' | 'closed'>().notNull(),
    /** What could not be planned, with its counted reasons. */
    gaps: text('gaps', { mode: 'json' }).$type<RoundGap[]>().notNull(),
    /** How good the drawing was, goal by goal, beside the bound nothing can be better than. */
    goals: text('goals', { mode: 'json' }).$type<RoundGoal[]>().notNull().default([]),
    plannedOn: day('planned_on').notNull(),
    publishedOn: day('published_on'),
    closedOn: day('closed_on'),
    /** Not published by itself while a lead holds it. */
    heldOn: day('held_on'),
    /** The version of the program it was drawn for: a draft of an older one wants drawing again. */
    programVersion: integer('program_version').notNull().default(1),
    version: version(),
  },
  (t) => [
    uniqueIndex('rounds_period').on(t.programId, t.period),
    check('rounds_state', sql`${t.state} in ('planned', 'published', 'closed')`),
  ],
)

export interface RoundGoal {
  name: string
  value: number
  bound: number
  /** Why the value is not the bound. */
  because?: string
}

export interface RoundGap {
  leaderId: string | null
  touchpointId: string | null
  reasons: { reason: string; count: number }[]
}

// ── Assignments and what came of them ──

export const assignments = sqliteTable(
  'assignments',
  {
    id: id(),
    /** Null: a contact nobody planned (own initiative). */
    roundId: text('round_id').references(() => rounds.id),
    programId: text('program_id').references(() => programs.id),
    leaderId: text('leader_id')
      .notNull()
      .references(() => members.id),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    /** Null: own initiative without a scenario. */
    scenarioVersionId: text('scenario_version_id').references(() => scenarioVersions.id),
    origin: text('origin').$type<'rotation' | 'by_hand' | 'own_initiative'>().notNull(),
    /** Days at the touchpoint, both included. */
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
    daypart: text('daypart').$type<Daypart>(),
    state: text('state').$type<AssignmentState>().notNull(),
    /** Why this one, in words. */
    why: text('why').notNull().default(''),
    /** Why it was declined, excused or cancelled; asked of whoever did it. */
    reason: text('reason').notNull().default(''),
    /** The contact a lead found somebody else for: this one stands in its place. */
    replacesId: text('replaces_id').references((): AnySQLiteColumn => assignments.id),
    contactedOn: day('contacted_on'),
    /** Own initiative that the hard rules would not have allowed is a story, not counted. */
    counts: flag('counts').notNull().default(true),
    version: version(),
  },
  (t) => [
    index('assignments_round').on(t.roundId, t.state),
    index('assignments_leader').on(t.leaderId, t.state),
    index('assignments_touchpoint').on(t.touchpointId, t.fromDay),
    index('assignments_replaces').on(t.replacesId),
    /** Counts who took part without reading the rows. */
    index('assignments_due').on(t.toDay, t.programId, t.origin, t.state),
    check('assignments_window', sql`${t.toDay} >= ${t.fromDay}`),
    check(
      'assignments_state',
      sql`${t.state} in ('planned', 'open', 'contacted', 'reflected', 'handed_over', 'declined', 'missed', 'excused', 'cancelled')`,
    ),
  ],
)

export type AssignmentState =
  | 'planned'
  | 'open'
  | 'contacted'
  | 'reflected'
  | 'handed_over'
  | 'declined'
  | 'missed'
  | 'excused'
  | 'cancelled'

/** A leader asks that a colleague takes a contact: one colleague at a time, and each once at most. It ends with the window. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: id(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    askedId: text('asked_id')
      .notNull()
      .references(() => members.id),
    state: text('state').$type<'asked' | 'accepted' | 'refused' | 'withdrawn'>().notNull(),
    askedOn: day('asked_on').notNull(),
    answeredOn: day('answered_on'),
    /** The colleague's own assignment, once it is accepted. */
    takenAsId: text('taken_as_id').references(() => assignments.id),
  },
  (t) => [
    uniqueIndex('handovers_once').on(t.assignmentId, t.askedId),
    uniqueIndex('handovers_one_asked').on(t.assignmentId).where(sql`${t.state} = 'asked'`),
    index('handovers_asked').on(t.askedId, t.state),
    check('handovers_state', sql`${t.state} in ('asked', 'accepted', 'refused', 'withdrawn')`),
  ],
)

/** What the leader expects, written once before the contact: a row is sealed by being there. */
export const predictions = sqliteTable(
  'predictions',
  {
    assignmentId: text('assignment_id')
      .primaryKey()
      .references(() => assignments.id),
    predictedValued: integer('predicted_valued').notNull(),
    predictedAddressed: text('predicted_addressed').$type<'yes' | 'partly' | 'no'>().notNull(),
    mood: text('mood').$type<'calm' | 'neutral' | 'rushed' | 'irritated'>().notNull(),
  },
  (t) => [
    check('predictions_valued', sql`${t.predictedValued} between 1 and 5`),
    check('predictions_addressed', sql`${t.predictedAddressed} in ('yes', 'partly', 'no')`),
    check('predictions_mood', sql`${t.mood} in ('calm', 'neutral', 'rushed', 'irritated')`),
  ],
)

/** What is written so far; gone when it is handed in. */
export const reflectionDrafts = sqliteTable('reflection_drafts', {
  assignmentId: text('assignment_id')
    .primaryKey()
    .references(() => assignments.id),
  answers: text('answers', { mode: 'json' }).$type<Record<string, string | string[]>>().notNull(),
  /** The open page that saved last and how often it had: it follows itself, also where it never heard that it was saved. */
  writer: text('writer').notNull().default(''),
  turn: integer('turn').notNull().default(0),
  version: version(),
})

export const reflections = sqliteTable(
  'reflections',
  {
    id: id(),
    assignmentId: text('assignment_id')
      .notNull()
      .references(() => assignments.id),
    leaderId: text('leader_id')
      .notNull()
      .references(() => members.id),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    scenarioId: text('scenario_id').references(() => scenarios.id),
    programId: text('program_id').references(() => programs.id),
    /** The month it is counted in: its day's month, or the earliest one that was open. */
    month: text('month').notNull(),
    /** False: a story that is not counted (own initiative outside the rules). A blown cover is never counted either. */
    counts: flag('counts').notNull(),
    handedInOn: day('handed_in_on').notNull(),
    /** Days after the contact ended, beyond one; 0: in time. */
    daysLate: integer('days_late').notNull().default(0),
    contactedOn: day('contacted_on').notNull(),
    daypart: text('daypart').$type<Daypart>().notNull(),
    reached: text('reached').$type<'person' | 'bot' | 'gave_up' | 'no_answer'>().notNull(),
    wait: text('wait'),
    transfers: integer('transfers'),
    repeated: text('repeated').$type<'yes' | 'no'>(),
    addressed: text('addressed').$type<'yes' | 'partly' | 'no'>().notNull(),
    correct: text('correct').$type<'yes' | 'partly' | 'no' | 'cannot_tell'>(),
    escalation: text('escalation').$type<'offered' | 'when_asked' | 'not_offered' | 'not_needed'>().notNull(),
    promise: text('promise').$type<'none' | 'kept' | 'late' | 'broken' | 'still_open'>().notNull(),
    survey: text('survey').$type<'not_asked' | 'could_say' | 'could_not_say'>().notNull(),
    valued: integer('valued').notNull(),
    acknowledged: integer('acknowledged'),
    pride: integer('pride').notNull(),
    business: text('business').$type<'yes' | 'unsure' | 'no'>().notNull(),
    businessReason: text('business_reason').notNull().default(''),
    wellDone: text('well_done').notNull().default(''),
    story: text('story').notNull(),
    phrase: text('phrase').notNull().default(''),
    belief: text('belief').notNull().default(''),
    causes: list<'policy' | 'system' | 'hand_off' | 'staffing' | 'knowledge' | 'wording'>('causes').notNull(),
    unsaid: text('unsaid').notNull().default(''),
    cover: text('cover').$type<'kept' | 'suspected' | 'blown'>().notNull(),
    /** What the live log measured on the leader's device, as durations; null where nothing was measured. */
    waitHalfMinutes: integer('wait_half_minutes'),
    holds: integer('holds'),
    durationMinutes: integer('duration_minutes'),
    /** While the promise is still open: the day it is due, if the leader knows it. */
    promiseDueOn: day('promise_due_on'),
    /** What gave the cover away. */
    coverReason: text('cover_reason').notNull().default(''),
    version: version(),
  },
  (t) => [
    uniqueIndex('reflections_assignment').on(t.assignmentId),
    index('reflections_month').on(t.month, t.programId),
    index('reflections_leader').on(t.leaderId, t.contactedOn),
    index('reflections_touchpoint').on(t.touchpointId, t.contactedOn),
    check('reflections_reached', sql`${t.reached} in ('person', 'bot', 'gave_up', 'no_answer')`),
    check('reflections_addressed', sql`${t.addressed} in ('yes', 'partly', 'no')`),
    check('reflections_valued', sql`${t.valued} between 1 and 5`),
    check('reflections_acknowledged', sql`${t.acknowledged} between 1 and 5`),
    check('reflections_pride', sql`${t.pride} between 1 and 5`),
    check('reflections_cover', sql`${t.cover} in ('kept', 'suspected', 'blown')`),
    check(
      'reflections_nobody',
      sql`${t.reached} not in ('gave_up', 'no_answer') or (${t.addressed} = 'no' and ${t.correct} is null and ${t.acknowledged} is null and ${t.transfers} is null and ${t.repeated} is null)`,
    ),
    check('reflections_escalation', sql`${t.escalation} <> 'not_needed' or ${t.addressed} <> 'no'`),
  ],
)

export const reflectionStandards = sqliteTable(
  'reflection_standards',
  {
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    standardId: text('standard_id')
      .notNull()
      .references(() => standards.id),
    answer: text('answer').$type<'met' | 'not_met' | 'could_not_tell' | 'not_applicable'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reflectionId, t.standardId] }),
    index('reflection_standards_standard').on(t.standardId),
    check('reflection_standards_answer', sql`${t.answer} in ('met', 'not_met', 'could_not_tell', 'not_applicable')`),
  ],
)

/**
 * How often a standard was asked: standards take turns, and nobody who hands in waits until all earlier answers are counted. Triggers of the
 * migration keep it in step with every answer, whoever writes it; a recount gives the same.
 */
export const standardTurns = sqliteTable(
  'standard_turns',
  {
    standardId: text('standard_id')
      .primaryKey()
      .references(() => standards.id, { onDelete: 'cascade' }),
    times: integer('times').notNull(),
  },
  (t) => [check('standard_turns_times', sql`${t.times} >= 0`)],
)

/** What stood before each correction: facts and texts of that version. */
export const reflectionVersions = sqliteTable(
  'reflection_versions',
  {
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    version: integer('version').notNull(),
    stood: text('stood', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    changedOn: day('changed_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reflectionId, t.version] })],
)

/** Once a month is closed its reflections take additions, never changes. */
export const reflectionAdditions = sqliteTable(
  'reflection_additions',
  {
    id: id(),
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    words: text('words').notNull(),
    addedOn: day('added_on').notNull(),
  },
  (t) => [index('reflection_additions_reflection').on(t.reflectionId)],
)

/** A lead has read it: what is still unread comes first. Nothing of it is shown to its author. */
export const reflectionReadings = sqliteTable(
  'reflection_readings',
  {
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    readOn: day('read_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reflectionId, t.memberId] })],
)

/**
 * Whether the texts of a reflection may be read by others than its author and leads. One row each; a revised text is unreleased
 * again. Masking is no state: the words are gone.
 */
export const reflectionReleases = sqliteTable(
  'reflection_releases',
  {
    reflectionId: text('reflection_id')
      .primaryKey()
      .references(() => reflections.id),
    state: text('state').$type<'unreleased' | 'released' | 'held'>().notNull().default('unreleased'),
    /** The day the texts were handed in or last revised. */
    writtenOn: day('written_on').notNull(),
    /** Plainclothes has looked on the third day and leaves it to a lead. */
    leftToLead: flag('left_to_lead').notNull().default(false),
    decidedOn: day('decided_on'),
    /** Null once decided: released by itself. */
    decidedBy: text('decided_by').references(() => members.id),
    /** To the author, when it is held. */
    note: text('note').notNull().default(''),
  },
  (t) => [
    index('reflection_releases_waiting').on(t.state, t.leftToLead, t.writtenOn),
    check('reflection_releases_state', sql`${t.state} in ('unreleased', 'released', 'held')`),
    check('reflection_releases_decided', sql`(${t.state} = 'unreleased') = (${t.decidedOn} is null)`),
  ],
)

/**
 * What the owner of the touchpoint says beside a released text; it changes nothing of it. Each text has its own: one beside two of
 * them would tell that the same leader wrote both.
 */
export const contextNotes = sqliteTable(
  'context_notes',
  {
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    field: text('field').$type<'story' | 'phrase' | 'well_done' | 'belief' | 'business_reason' | 'unsaid'>().notNull(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    words: text('words').notNull(),
    addedOn: day('added_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reflectionId, t.field] }),
    check(
      'context_notes_field',
      sql`${t.field} in ('story', 'phrase', 'well_done', 'belief', 'business_reason', 'unsaid')`,
    ),
  ],
)

/**
 * A program's own questions, asked after the core and reported apart. A row is one version of a question and never changes, so that
 * an answer keeps the words it was given to.
 */
export const programQuestions = sqliteTable(
  'program_questions',
  {
    id: id(),
    programId: text('program_id')
      .notNull()
      .references(() => programs.id),
    /** The same for all versions of one question. */
    questionId: text('question_id').notNull(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').$type<'choice' | 'scale' | 'text'>().notNull(),
    words: text('words').notNull(),
    /** What can be chosen; the two ends of a scale. */
    choices: list<string>('choices').notNull(),
    /** Replaced by a newer version, or no longer asked. */
    endedOn: day('ended_on'),
  },
  (t) => [
    uniqueIndex('program_questions_number').on(t.questionId, t.number),
    index('program_questions_program').on(t.programId, t.position),
    check('program_questions_kind', sql`${t.kind} in ('choice', 'scale', 'text')`),
  ],
)

export const ownAnswers = sqliteTable(
  'own_answers',
  {
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    /** The version of the question that was asked. */
    questionVersionId: text('question_version_id')
      .notNull()
      .references(() => programQuestions.id),
    /** A choice as it was worded, a number from 1 to 5, or a text. */
    answer: text('answer').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reflectionId, t.questionVersionId] }),
    index('own_answers_question').on(t.questionVersionId),
  ],
)

/**
 * How many counted contacts of a month gave an answer, for all and for each slice: what the months are read from. Kept in the
 * transaction that hands in or corrects a reflection; a recount gives the same (reflections/counts.ts).
 */
export const answerCounts = sqliteTable(
  'answer_counts',
  {
    month: text('month').notNull(),
    breakdown: text('breakdown').$type<'all' | 'program' | 'touchpoint' | 'scenario'>().notNull(),
    /** The id of the program, touchpoint or scenario; empty for all, and for contacts without one. */
    slice: text('slice').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    contacts: integer('contacts').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.breakdown, t.slice, t.question, t.answer] }),
    check('answer_counts_breakdown', sql`${t.breakdown} in ('all', 'program', 'touchpoint', 'scenario')`),
    check('answer_counts_contacts', sql`${t.contacts} >= 0`),
  ],
)

// ── Acting on it ──

/** A commitment with one named owner. Done is what the owner says; whether it held is for re-tests alone to say. */
export const followups = sqliteTable(
  'followups',
  {
    id: id(),
    kind: text('kind').$type<'fix' | 'coach' | 'celebrate'>().notNull(),
    /** Never a person. Null: something to celebrate that nobody looked for a cause of. */
    cause: text('cause').$type<'policy' | 'system' | 'hand_off' | 'staffing' | 'knowledge' | 'wording'>(),
    /** What will be true, in one sentence. */
    commitment: text('commitment').notNull(),
    /** Null: about no single touchpoint. */
    touchpointId: text('touchpoint_id').references(() => touchpoints.id),
    /** What it was raised from: a reflection, or a measure or standard with its month. */
    reflectionId: text('reflection_id').references(() => reflections.id),
    measure: text('measure'),
    standardId: text('standard_id').references(() => standards.id),
    month: text('month'),
    ownerId: text('owner_id')
      .notNull()
      .references(() => members.id),
    raisedBy: text('raised_by')
      .notNull()
      .references(() => members.id),
    raisedOn: day('raised_on').notNull(),
    dueOn: day('due_on').notNull(),
    state: text('state').$type<'open' | 'done' | 'dropped'>().notNull().default('open'),
    doneOn: day('done_on'),
    /** What it means, in the owner's words, if they add any. */
    forCustomers: text('for_customers').notNull().default(''),
    forCompany: text('for_company').notNull().default(''),
    forColleagues: text('for_colleagues').notNull().default(''),
    droppedOn: day('dropped_on'),
    droppedReason: text('dropped_reason').notNull().default(''),
    version: version(),
  },
  (t) => [
    index('followups_owner').on(t.ownerId, t.state),
    index('followups_touchpoint').on(t.touchpointId, t.state),
    index('followups_reflection').on(t.reflectionId),
    check('followups_kind', sql`${t.kind} in ('fix', 'coach', 'celebrate')`),
    check(
      'followups_cause',
      sql`case when ${t.cause} is null then ${t.kind} = 'celebrate' else ${t.cause} in ('policy', 'system', 'hand_off', 'staffing', 'knowledge', 'wording') end`,
    ),
    check('followups_state', sql`${t.state} in ('open', 'done', 'dropped')`),
    check('followups_done', sql`(${t.state} = 'done') = (${t.doneOn} is not null)`),
    check('followups_dropped', sql`(${t.state} = 'dropped') = (${t.droppedOn} is not null)`),
  ],
)

export const followupNotes = sqliteTable(
  'followup_notes',
  {
    id: id(),
    followupId: text('followup_id')
      .notNull()
      .references(() => followups.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    words: text('words').notNull(),
    writtenOn: day('written_on').notNull(),
  },
  (t) => [index('followup_notes_followup').on(t.followupId)],
)

/** A question that a later contact at a touchpoint is to answer. The rotation plans one; whoever makes it is asked. */
export const retests = sqliteTable(
  'retests',
  {
    id: id(),
    followupId: text('followup_id')
      .notNull()
      .references(() => followups.id),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    /** To be answered yes, partly or no. */
    question: text('question').notNull(),
    /** Contacts from this day on; before it nothing can have changed. */
    fromDay: day('from_day').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => members.id),
    askedOn: day('asked_on').notNull(),
    /** Answered, or taken back. */
    endedOn: day('ended_on'),
  },
  (t) => [
    index('retests_touchpoint').on(t.touchpointId, t.endedOn),
    index('retests_followup').on(t.followupId),
    uniqueIndex('retests_one_waiting').on(t.followupId, t.touchpointId).where(sql`${t.endedOn} is null`),
  ],
)

export const retestAnswers = sqliteTable(
  'retest_answers',
  {
    retestId: text('retest_id')
      .notNull()
      .references(() => retests.id),
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    answer: text('answer').$type<'yes' | 'partly' | 'no' | 'could_not_tell'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.retestId, t.reflectionId] }),
    index('retest_answers_reflection').on(t.reflectionId),
    check('retest_answers_answer', sql`${t.answer} in ('yes', 'partly', 'no', 'could_not_tell')`),
  ],
)

// ── What staff are told ──

/** The staff notice, in its versions: at most one draft, and at most one that is in force. */
export const staffNotices = sqliteTable(
  'staff_notices',
  {
    id: id(),
    words: text('words').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => members.id),
    writtenOn: day('written_on').notNull(),
    /** Null: a draft. */
    publishedOn: day('published_on'),
    publishedBy: text('published_by').references(() => members.id),
    /** Replaced by a newer one, or taken down. */
    endedOn: day('ended_on'),
    version: version(),
  },
  (t) => [
    uniqueIndex('staff_notices_one_draft').on(sql`${t.publishedOn} is null`).where(sql`${t.publishedOn} is null`),
    uniqueIndex('staff_notices_one_in_force')
      .on(sql`${t.endedOn} is null`)
      .where(sql`${t.publishedOn} is not null and ${t.endedOn} is null`),
    check('staff_notices_published', sql`(${t.publishedOn} is null) = (${t.publishedBy} is null)`),
    check('staff_notices_ended', sql`${t.endedOn} is null or ${t.publishedOn} is not null`),
  ],
)

/** What we heard: a page for the people who serve customers at a touchpoint, about a quarter. Texts and numbers are looked up, never copied. */
export const heardPages = sqliteTable(
  'heard_pages',
  {
    id: id(),
    touchpointId: text('touchpoint_id')
      .notNull()
      .references(() => touchpoints.id),
    /** "2026-Q3", of the fiscal year. */
    quarter: text('quarter').notNull(),
    /** A lead's own words on top. */
    opening: text('opening').notNull().default(''),
    publishedOn: day('published_on'),
    publishedBy: text('published_by').references(() => members.id),
    version: version(),
  },
  (t) => [
    uniqueIndex('heard_pages_quarter').on(t.touchpointId, t.quarter),
    check('heard_pages_published', sql`(${t.publishedOn} is null) = (${t.publishedBy} is null)`),
  ],
)

export const heardQuotes = sqliteTable(
  'heard_quotes',
  {
    heardId: text('heard_id')
      .notNull()
      .references(() => heardPages.id),
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    field: text('field').$type<'well_done' | 'story' | 'phrase'>().notNull(),
    part: text('part').$type<'praise' | 'hard'>().notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.heardId, t.reflectionId, t.field] }),
    check('heard_quotes_field', sql`${t.field} in ('well_done', 'story', 'phrase')`),
    check('heard_quotes_part', sql`${t.part} in ('praise', 'hard')`),
  ],
)

export const heardFollowups = sqliteTable(
  'heard_followups',
  {
    heardId: text('heard_id')
      .notNull()
      .references(() => heardPages.id),
    followupId: text('followup_id')
      .notNull()
      .references(() => followups.id),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.heardId, t.followupId] })],
)

/** What staff answered: words and the day, and nothing that could say whose they are. */
export const heardReplies = sqliteTable(
  'heard_replies',
  {
    id: id(),
    heardId: text('heard_id')
      .notNull()
      .references(() => heardPages.id),
    words: text('words').notNull(),
    receivedOn: day('received_on').notNull(),
    readOn: day('read_on'),
  },
  (t) => [index('heard_replies_page').on(t.heardId, t.receivedOn)],
)

/** An address that opens a page without signing in. Only a hash of it is kept; a revoked one looks like any that never was. */
export const publicLinks = sqliteTable(
  'public_links',
  {
    id: id(),
    /** Null: the staff notice that is in force. */
    heardId: text('heard_id').references(() => heardPages.id),
    tokenHash: text('token_hash').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => members.id),
    madeOn: day('made_on').notNull(),
    revokedOn: day('revoked_on'),
  },
  (t) => [uniqueIndex('public_links_token').on(t.tokenHash), index('public_links_page').on(t.heardId)],
)

// ── Closed months ──

/** A month that is frozen. Closed in order, never opened again; what was counted in it and published of it does not change. */
export const closedMonths = sqliteTable(
  'closed_months',
  {
    month: text('month').primaryKey(),
    closedOn: day('closed_on').notNull(),
    /** The settings it was closed with. */
    smallestGroup: integer('smallest_group').notNull(),
    fiscalYearStart: integer('fiscal_year_start').notNull(),
    primaryMeasure: text('primary_measure').notNull(),
    /** How much had to be withheld, in contacts over all cells that hold enough leaders, and the least that could have been. */
    contactsHidden: integer('contacts_hidden').notNull(),
    contactsHiddenAtLeast: integer('contacts_hidden_at_least').notNull(),
  },
  (t) => [
    check('closed_months_smallest_group', sql`${t.smallestGroup} >= 4`),
    check('closed_months_hidden', sql`${t.contactsHiddenAtLeast} between 0 and ${t.contactsHidden}`),
  ],
)

/** A lead lets a month, and those after it, stay open up to and with a day. */
export const closingDelays = sqliteTable(
  'closing_delays',
  {
    id: id(),
    month: text('month').notNull(),
    untilDay: day('until_day').notNull(),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => members.id),
    decidedOn: day('decided_on').notNull(),
  },
  (t) => [index('closing_delays_month').on(t.month)],
)

/** Where a contact stood when its month was frozen: a touchpoint may change its department later, what was published may not. */
export const frozenContacts = sqliteTable(
  'frozen_contacts',
  {
    reflectionId: text('reflection_id')
      .primaryKey()
      .references(() => reflections.id),
    month: text('month')
      .notNull()
      .references(() => closedMonths.month),
    leaderId: text('leader_id').notNull(),
    touchpointId: text('touchpoint_id').notNull(),
    channel: text('channel').notNull(),
    /** Empty where there was none. */
    purpose: text('purpose').notNull(),
    departmentId: text('department_id').notNull(),
    programId: text('program_id').notNull(),
  },
  (t) => [index('frozen_contacts_month').on(t.month)],
)

/** An assignment that was due when its month was frozen, and whether it was reflected by then. */
export const frozenAssignments = sqliteTable(
  'frozen_assignments',
  {
    assignmentId: text('assignment_id')
      .primaryKey()
      .references(() => assignments.id),
    month: text('month')
      .notNull()
      .references(() => closedMonths.month),
    leaderId: text('leader_id').notNull(),
    touchpointId: text('touchpoint_id').notNull(),
    channel: text('channel').notNull(),
    purpose: text('purpose').notNull(),
    departmentId: text('department_id').notNull(),
    programId: text('program_id').notNull(),
    reflected: flag('reflected').notNull(),
  },
  (t) => [index('frozen_assignments_month').on(t.month)],
)

/**
 * What readers may see: a cell is one measure, one span, one slice. All numbers are empty where it is withheld; why is kept nowhere,
 * because nobody may learn which groups were small.
 */
export const publishedCells = sqliteTable(
  'published_cells',
  {
    /** "2026-06", "2026-Q2" or "2026-Q1/2026-Q2". */
    span: text('span').notNull(),
    firstMonth: text('first_month').notNull(),
    lastMonth: text('last_month').notNull(),
    breakdown: text('breakdown').$type<PublishedBreakdown>().notNull(),
    /** An id, a channel or a purpose; empty for all. */
    slice: text('slice').notNull(),
    /** What it was called when it was published. */
    sliceName: text('slice_name').notNull(),
    measure: text('measure').notNull(),
    /** The level of a distribution, the id of a standard, else empty. */
    level: text('level').notNull(),
    levelName: text('level_name').notNull(),
    shown: flag('shown').notNull(),
    /** Null of a mean. */
    count: integer('count'),
    of: integer('of'),
    /** Of a mean: all its interval is made of. */
    sum: integer('sum'),
    squares: integer('squares'),
    value: real('value'),
    low: real('low'),
    high: real('high'),
    /** Against the shown span of this slice that ends right before; null where there is none. */
    comparedWith: text('compared_with'),
    verdict: text('verdict').$type<'clear_rise' | 'clear_fall' | 'no_clear_change' | 'too_few'>(),
    difference: real('difference'),
    differenceLow: real('difference_low'),
    differenceHigh: real('difference_high'),
    confidence: real('confidence').notNull(),
    /** The target of a standard on the day of publishing. */
    target: real('target'),
  },
  (t) => [
    primaryKey({ columns: [t.breakdown, t.slice, t.measure, t.level, t.span] }),
    index('published_cells_span').on(t.span, t.breakdown),
    index('published_cells_last_month').on(t.lastMonth),
    check(
      'published_cells_breakdown',
      sql`${t.breakdown} in ('all', 'touchpoint', 'channel', 'purpose', 'department', 'program')`,
    ),
    check(
      'published_cells_withheld',
      sql`${t.shown} or (${t.count} is null and ${t.of} is null and ${t.sum} is null and ${t.squares} is null and ${t.value} is null and ${t.low} is null and ${t.high} is null and ${t.comparedWith} is null and ${t.verdict} is null and ${t.difference} is null and ${t.differenceLow} is null and ${t.differenceHigh} is null)`,
    ),
  ],
)

/** One breakdown at a time, never two. */
export type PublishedBreakdown = 'all' | 'touchpoint' | 'channel' | 'purpose' | 'department' | 'program'

/** Words a lead chose to share out of a released reflection. They are read where they stand, so that what is masked or held is gone here too. */
export const publishedTexts = sqliteTable(
  'published_texts',
  {
    id: id(),
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    field: text('field').$type<'story' | 'phrase' | 'well_done' | 'belief' | 'business_reason' | 'unsaid'>().notNull(),
    /** Readers are told the span, never the month or the day. */
    span: text('span').notNull(),
    touchpointId: text('touchpoint_id').notNull(),
    chosenBy: text('chosen_by')
      .notNull()
      .references(() => members.id),
    chosenOn: day('chosen_on').notNull(),
  },
  (t) => [
    uniqueIndex('published_texts_once').on(t.reflectionId, t.field),
    index('published_texts_place').on(t.touchpointId, t.span),
    check(
      'published_texts_field',
      sql`${t.field} in ('story', 'phrase', 'well_done', 'belief', 'business_reason', 'unsaid')`,
    ),
  ],
)

/** A published number does not change; what was wrong with it stands beside it in words. */
export const errata = sqliteTable(
  'errata',
  {
    id: id(),
    span: text('span').notNull(),
    /** Which cells: empty is all of them. */
    breakdown: text('breakdown').notNull().default(''),
    slice: text('slice').notNull().default(''),
    measure: text('measure').notNull().default(''),
    words: text('words').notNull(),
    publishedBy: text('published_by')
      .notNull()
      .references(() => members.id),
    publishedOn: day('published_on').notNull(),
  },
  (t) => [index('errata_span').on(t.span)],
)

/**
 * How many assignments came due on a day, and how many of these were reflected, for all and for each slice: what "took part" is read
 * from. Triggers of the migration keep it in step with every change of an assignment, whoever makes it; a recount gives the same.
 */
export const participationCounts = sqliteTable(
  'participation_counts',
  {
    breakdown: text('breakdown').$type<'all' | 'program' | 'touchpoint' | 'scenario'>().notNull(),
    /** The id of the program, touchpoint or scenario; empty for all, and for assignments without one. */
    slice: text('slice').notNull(),
    /** The last day of the window; due from the next day on. */
    toDay: day('to_day').notNull(),
    reflected: integer('reflected').notNull(),
    due: integer('due').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.breakdown, t.slice, t.toDay] }),
    check('participation_counts_breakdown', sql`${t.breakdown} in ('all', 'program', 'touchpoint', 'scenario')`),
    check('participation_counts_within', sql`${t.reflected} between 0 and ${t.due}`),
  ],
)

/**
 * How often the counts of a month have changed, of answers or of who took part. Triggers of the migration count it, whoever writes and in
 * the same transaction: what was worked out from a month at the same number still holds.
 */
export const countVersions = sqliteTable('count_versions', {
  month: text('month').primaryKey(),
  version: integer('version').notNull(),
})

/** A lead noted that something changed: the control chart of a measure begins anew in that month, with a mean and limits of its own. */
export const rebases = sqliteTable(
  'rebases',
  {
    id: id(),
    measure: text('measure').notNull(),
    month: text('month').notNull(),
    /** Where alone it changed; null: everywhere. A standard is of one touchpoint anyway. */
    touchpointId: text('touchpoint_id').references(() => touchpoints.id),
    reason: text('reason').notNull(),
    notedOn: day('noted_on').notNull(),
    notedBy: text('noted_by')
      .notNull()
      .references(() => members.id),
    /** Taken back: the chart is as if it had never been noted. */
    withdrawnOn: day('withdrawn_on'),
  },
  (t) => [
    uniqueIndex('rebases_month')
      .on(t.measure, t.month)
      .where(sql`${t.withdrawnOn} is null and ${t.touchpointId} is null`),
    uniqueIndex('rebases_place').on(t.measure, t.month, t.touchpointId).where(sql`${t.withdrawnOn} is null`),
  ],
)

// ── Quarterly reviews ──

/** The review of a fiscal quarter. From submission on its content is what was submitted; from signing on nothing of it changes. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: id(),
    /** "2026-Q3", of the fiscal year. */
    quarter: text('quarter').notNull(),
    /** 1, and one more for each correction. */
    edition: integer('edition').notNull().default(1),
    /** What the edition before had wrong; empty in the first. */
    corrects: text('corrects').notNull().default(''),
    state: text('state').$type<'draft' | 'submitted' | 'signed'>().notNull().default('draft'),
    summary: text('summary').notNull(),
    /** One decision asked of the board a line. */
    decisions: text('decisions').notNull().default(''),
    /** Keys of the sections between the summary and the method, in their order. */
    sections: list<string>('sections').notNull(),
    draftedOn: day('drafted_on').notNull(),
    submittedOn: day('submitted_on'),
    submittedBy: text('submitted_by').references(() => members.id),
    signedOn: day('signed_on'),
    signedBy: text('signed_by').references(() => members.id),
    /** Counts signed reviews. */
    number: integer('number'),
    /** The report as canonical JSON: as submitted; once signed, with its number and names, and hashed. */
    content: text('content'),
    /** SHA-256 of the content in UTF-8, hexadecimal. */
    fingerprint: text('fingerprint'),
    version: version(),
  },
  (t) => [
    uniqueIndex('reviews_edition').on(t.quarter, t.edition),
    uniqueIndex('reviews_number').on(t.number).where(sql`${t.number} is not null`),
    check('reviews_state', sql`${t.state} in ('draft', 'submitted', 'signed')`),
    check(
      'reviews_submitted',
      sql`(${t.state} = 'draft') = (${t.content} is null) and (${t.state} = 'draft') = (${t.submittedBy} is null)`,
    ),
    check(
      'reviews_signed',
      sql`(${t.state} = 'signed') = (${t.number} is not null) and (${t.state} = 'signed') = (${t.signedBy} is not null) and (${t.state} = 'signed') = (${t.fingerprint} is not null)`,
    ),
  ],
)

/** Whoever changed a draft: none of them signs it. */
export const reviewAuthors = sqliteTable(
  'review_authors',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.memberId] })],
)

/** Stories a lead chose, of those that are published; words are read where they stand until the review is submitted. */
export const reviewStories = sqliteTable(
  'review_stories',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    textId: text('text_id').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.textId] })],
)

/**
 * The stories of a review from its submission on. In what is hashed each stands as a fingerprint of its salt and its words, so that
 * words can still be masked: then the salt is gone, and the hash of the review holds.
 */
export const reviewQuotes = sqliteTable(
  'review_quotes',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    position: integer('position').notNull(),
    reflectionId: text('reflection_id')
      .notNull()
      .references(() => reflections.id),
    words: text('words').notNull(),
    /** Empty once words were masked. */
    salt: text('salt').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reviewId, t.position] }),
    index('review_quotes_reflection').on(t.reflectionId),
    check('review_quotes_position', sql`${t.position} >= 0`),
  ],
)

export const reviewComments = sqliteTable(
  'review_comments',
  {
    id: id(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id),
    words: text('words').notNull(),
    writtenOn: day('written_on').notNull(),
  },
  (t) => [index('review_comments_review').on(t.reviewId)],
)

// ── Letters and the audit ──

/** Decided once (the occasion is unique), sent at least once. */
export const letters = sqliteTable(
  'letters',
  {
    id: id(),
    occasion: text('occasion').notNull(),
    memberId: text('member_id').references(() => members.id),
    kind: text('kind').notNull(),
    toName: text('to_name').notNull(),
    toAddress: text('to_address').notNull(),
    subject: text('subject').notNull(),
    /** Emptied once a letter that nobody else may read (a sign-in letter) is sent or given up. */
    text: text('text').notNull(),
    html: text('html').notNull(),
    /** A sign-in letter: never shown on the outbox page. */
    secret: flag('secret').notNull().default(false),
    state: text('state').$type<LetterState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** When to try next; while it is being sent, when another try may begin. Emptied when it is done. */
    dueAt: integer('due_at'),
    /** Not sent after this moment: the code in a sign-in letter has run out by then. Emptied when it is done. */
    expiresAt: integer('expires_at'),
    writtenOn: day('written_on').notNull(),
    sentOn: day('sent_on'),
    trouble: text('trouble').notNull().default(''),
  },
  (t) => [
    uniqueIndex('letters_occasion').on(t.occasion),
    index('letters_due').on(t.state, t.dueAt),
    check('letters_state', sql`${t.state} in ('waiting', 'sent', 'given_up', 'kept', 'discarded')`),
  ],
)

/** Kept: there is no mail server, so it waits to be read. Discarded: an admin decided that a letter given up is not tried again. */
export type LetterState = 'waiting' | 'sent' | 'given_up' | 'kept' | 'discarded'

/** Which letters a member wants, and when; no row: every kind, outside the usual quiet hours. */
export const letterChoices = sqliteTable('letter_choices', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => members.id, { onDelete: 'cascade' }),
  /** What is not wanted, so that a kind that is new tomorrow begins as wanted. */
  declined: list<string>('declined').notNull(),
  /** HH:MM in the member's zone; the same twice: no quiet hours. */
  quietFrom: text('quiet_from').notNull(),
  quietUntil: text('quiet_until').notNull(),
  weekends: flag('weekends').notNull(),
  version: version(),
})

// ── Calendars ──

/** A private feed for one device. Revoking deletes it: its address then looks like any that never was. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: id(),
    memberId: text('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    madeOn: day('made_on').notNull(),
    /** The last day a calendar asked for it. */
    fetchedOn: day('fetched_on'),
  },
  (t) => [
    uniqueIndex('calendar_feeds_token').on(t.tokenHash),
    uniqueIndex('calendar_feeds_name').on(t.memberId, sql`lower(${t.name})`),
  ],
)

/**
 * What calendars were last told of an assignment, and how often that has changed (RFC 5545 SEQUENCE). Nothing in it changes when the
 * contact is made.
 */
export const calendarEntries = sqliteTable(
  'calendar_entries',
  {
    assignmentId: text('assignment_id')
      .primaryKey()
      .references(() => assignments.id, { onDelete: 'cascade' }),
    /** Random, and not the assignment's id: it stays in calendars outside. */
    uid: text('uid').notNull(),
    sequence: integer('sequence').notNull().default(0),
    title: text('title').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
    cancelled: flag('cancelled').notNull(),
    changedOn: day('changed_on').notNull(),
  },
  (t) => [uniqueIndex('calendar_entries_uid').on(t.uid)],
)

/** Who did what to what, by day. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: id(),
    day: day('day').notNull(),
    /** Null: Plainclothes itself. */
    actorId: text('actor_id').references(() => members.id),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('audit_entries_subject').on(t.subject, t.subjectId), index('audit_entries_day').on(t.day)],
)
