import cron from 'node-cron'
import type { Context } from './context.ts'
import { closeMonths } from './features/months/jobs.ts'
import { settleRounds } from './features/programs/jobs.ts'
import type { Plannings } from './features/programs/large_plan_actions.ts'
import { releaseCleanTexts } from './features/reflections/jobs.ts'
import { decideReminders } from './features/reminders/actions.ts'
import { standingOf } from './features/reminders/standing_actions.ts'
import { draftDueReviews } from './features/reviews/actions.ts'
import { forgetRunOut } from './features/signin/actions.ts'
import { ClockWatch, jumpInWords } from './lib/clock_watch.ts'
import { type Sending, sendDueLetters } from './platform/mail/outbox.ts'

/** What jobs need beyond a context: those that write letters where links lead, those that send them all the rest. */
export interface Means extends Sending {
  baseUrl: string
  /** Works large plans out beside everything else. */
  plannings?: Plannings
  /** Where there is a file, months are closed in a process of its own. */
  closeElsewhere?: () => Promise<void>
  /** Shared with the pages that say when the clock cannot be believed. */
  watch?: ClockWatch
}

export interface Job {
  name: string
  /** A cron expression in UTC: only a tick; each job asks the database what is due. */
  when: string
  run: (ctx: Context, means: Means) => void | Promise<void>
}

/** The timetable, read top to bottom. */
export const JOBS: readonly Job[] = [
  { name: 'settle windows and rounds', when: '*/10 * * * *', run: settleRounds },
  { name: 'release clean texts', when: '*/10 * * * *', run: releaseCleanTexts },
  { name: 'close months', when: '*/10 * * * *', run: closeMonths },
  { name: 'draft reviews', when: '*/10 * * * *', run: draftDueReviews },
  { name: 'write reminders', when: '*/5 * * * *', run: (ctx, { baseUrl }) => decideReminders(ctx, baseUrl) },
  { name: 'send letters', when: '* * * * *', run: (_ctx, means) => sendDueLetters({ ...means, standingOf }) },
  { name: 'forget what ran out', when: '*/5 * * * *', run: forgetRunOut },
]

export interface RunningJobs {
  /** Every job has run once: what was missed while down is done. */
  begun: Promise<void>
  /** Runs one job now, unless it is at work already. */
  runNow: (name: string) => Promise<void>
  /** No job begins any more; waits a little for those at work. */
  stop: () => Promise<void>
}

/**
 * Runs every job at start, one after the other, then by the timetable. A job that fails is told and tried at the next tick. While the clock
 * cannot be believed none runs, which is told once.
 */
export function startJobs(
  means: Omit<Means, 'stopping'>,
  complain: (job: string, error: unknown) => void,
  jobs: readonly Job[] = JOBS,
): RunningJobs {
  const stopping = new AbortController()
  const atWork = new Map<string, Promise<void>>()
  const isBelievable = watching(means, complain)
  const runOne = async (job: Job) => {
    if (stopping.signal.aborted || atWork.has(job.name) || !isBelievable()) return
    atWork.set(job.name, runTelling(job, { ...means, stopping: stopping.signal }, complain))
    await atWork.get(job.name)
    atWork.delete(job.name)
  }
  const tasks = jobs.map((job) =>
    cron.schedule(job.when, () => runOne(job), { timezone: 'UTC', noOverlap: true, logger: SILENT }),
  )
  const stop = async () => {
    stopping.abort()
    for (const task of tasks) await task.stop()
    await settledWithin(PATIENCE_AT_STOP, [...atWork.values()])
  }

  return { begun: inTurn(jobs, runOne), runNow: (name) => inTurn(named(jobs, name), runOne), stop }
}

function watching(
  { context, watch = new ClockWatch() }: Omit<Means, 'stopping'>,
  complain: (job: string, error: unknown) => void,
): () => boolean {
  return () => {
    const before = watch.jump
    if (watch.believes(context().now)) return true
    if (!before && watch.jump) complain('watch the clock', new Error(jumpInWords(watch.jump)))

    return false
  }
}

function named(jobs: readonly Job[], name: string): readonly Job[] {
  return jobs.filter((job) => job.name === name)
}

async function runTelling(job: Job, means: Means, complain: (job: string, error: unknown) => void): Promise<void> {
  try {
    await job.run(means.context(), means)
  } catch (error) {
    complain(job.name, error)
  }
}

async function inTurn(jobs: readonly Job[], runOne: (job: Job) => Promise<void>): Promise<void> {
  for (const job of jobs) await runOne(job)
}

/** The library would warn of a busy minute with its time of day, and no line of the server's log tells one (PRODUCT.md §3). */
const SILENT = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} }

const PATIENCE_AT_STOP = 10_000

async function settledWithin(milliseconds: number, work: Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([Promise.all(work), enough])
  clearTimeout(timer)
}
