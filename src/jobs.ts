import cron from 'node-cron'
import type { Context } from './context.ts'
import { settleRounds } from './features/programs/jobs.ts'

export interface Job {
  name: string
  /** A cron expression in UTC: only a tick; each job asks the database what is due. */
  when: string
  run: (ctx: Context) => void | Promise<void>
}

/** The timetable, read top to bottom. */
export const JOBS: readonly Job[] = [{ name: 'settle windows and rounds', when: '*/10 * * * *', run: settleRounds }]

/** Runs every job once at start (what was missed while down), then by the timetable. A job that fails is told and tried at the next tick. */
export async function startJobs(
  context: () => Context,
  complain: (job: string, error: unknown) => void,
): Promise<{ stop: () => void }> {
  const runOne = async (job: Job) => {
    try {
      await job.run(context())
    } catch (error) {
      complain(job.name, error)
    }
  }
  for (const job of JOBS) await runOne(job)
  const tasks = JOBS.map((job) => cron.schedule(job.when, () => runOne(job), { timezone: 'UTC', noOverlap: true }))

  return { stop: () => tasks.forEach((task) => void task.stop()) }
}
