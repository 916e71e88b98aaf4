import { isDeepStrictEqual } from 'node:util'
import { type Context, inTransaction } from '../../context.ts'
import { changedMeanwhile, refuseIfAny } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { may } from '../members/member.ts'
import { today } from '../members/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { type Purpose, type ScenarioWords, scenarioComplaints } from './scenario.ts'
import {
  findScenarioByTitle,
  getScenario,
  insertScenario,
  insertVersion,
  linkTouchpoints,
  markRetired,
  type Scenario,
  updateScenario,
} from './store.ts'

export interface ScenarioDetails extends ScenarioWords {
  title: string
  purpose: Purpose
  languages: string[]
  touchpointIds: string[]
}

/** Adds a scenario with its first version; gives the id. The very same one sent twice is added once. */
export function addScenario(ctx: Context, details: ScenarioDetails): string {
  return inTransaction(ctx, (ctx) => {
    const { words, head, touchpointIds } = partsOf(details)
    const namesake = findScenarioByTitle(ctx, head.title)
    if (namesake && !namesake.retiredOn && isSame(namesake, details)) return namesake.id
    refuse(ctx, details, namesake)
    const id = ctx.newId()
    insertScenario(ctx, { id, ...head, version: 1 })
    insertVersion(ctx, id, 1, words)
    linkTouchpoints(ctx, id, touchpointIds)
    record(ctx, 'added', 'scenario', id, { title: head.title })

    return id
  })
}

/**
 * Every change is a new version, so that assignments keep the words they were given. Throws a conflict if somebody else saved
 * since `version` was shown.
 */
export function changeScenario(ctx: Context, id: string, version: number, typed: ScenarioDetails): void {
  inTransaction(ctx, (ctx) => {
    const scenario = getScenario(ctx, id)
    const details = withUnseenDetails(ctx, typed, scenario)
    if (isSame(scenario, details)) return
    const namesake = findScenarioByTitle(ctx, details.title)
    refuse(ctx, details, namesake?.id === id ? undefined : namesake, scenario.touchpointIds)
    const { words, head, touchpointIds } = partsOf(details)
    if (!updateScenario(ctx, id, version, head)) throw changedMeanwhile()
    insertVersion(ctx, id, version + 1, words)
    linkTouchpoints(ctx, id, touchpointIds)
    record(ctx, 'changed', 'scenario', id, { version: version + 1 })
  })
}

/** It is given to nobody any more; what was done with it stays. Twice is once. */
export function retireScenario(ctx: Context, id: string): void {
  setRetired(ctx, id, today(ctx).toString(), 'retired')
}

/** A retired scenario is given to leaders again. Twice is once. */
export function bringBackScenario(ctx: Context, id: string): void {
  setRetired(ctx, id, null, 'brought back')
}

/** The words stay as they are, so the version does too. */
function setRetired(ctx: Context, id: string, retiredOn: string | null, action: string): void {
  inTransaction(ctx, (ctx) => {
    const scenario = getScenario(ctx, id)
    if ((scenario.retiredOn === null) === (retiredOn === null)) return
    markRetired(ctx, id, retiredOn)
    record(ctx, action, 'scenario', id)
  })
}

/** Whoever may not see the prepared details leaves them as they are. */
function withUnseenDetails(ctx: Context, typed: ScenarioDetails, scenario: Scenario): ScenarioDetails {
  return may(ctx.actor, 'see_prepared_details') ? typed : { ...typed, details: scenario.words.details }
}

function partsOf({ title, purpose, languages, touchpointIds, ...words }: ScenarioDetails) {
  return { words: wordsOf(words), head: { title, purpose, languages }, touchpointIds }
}

function wordsOf(from: ScenarioWords): ScenarioWords {
  const { errand, coverStory, openingLine, ifAsked, never, afterwards, details } = from

  return { errand, coverStory, openingLine, ifAsked, never, afterwards, details }
}

function isSame(scenario: Scenario, details: ScenarioDetails): boolean {
  const { title, purpose, languages, touchpointIds } = scenario
  const stands = { title, purpose, languages, touchpointIds: touchpointIds.toSorted(), ...wordsOf(scenario.words) }

  return isDeepStrictEqual(stands, { ...details, touchpointIds: details.touchpointIds.toSorted() })
}

function refuse(ctx: Context, details: ScenarioDetails, namesake: Scenario | undefined, kept: string[] = []): void {
  const complaints = scenarioComplaints(details.title, details)
  const known = new Set([...kept, ...listTouchpoints(ctx).map(({ id }) => id)])
  if (namesake?.retiredOn) complaints.title = 'A retired scenario has this title. Bring it back, or choose another.'
  else if (namesake) complaints.title = 'There is already a scenario with this title.'
  if (!details.touchpointIds.every((id) => known.has(id)))
    complaints.touchpointIds = 'Choose from the touchpoints shown.'
  refuseIfAny(complaints)
}
