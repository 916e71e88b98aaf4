/** A process of its own that plans, publishes and writes reminders, and is killed before one of its statements: node killed_at.ts FILE MOMENT NTH. */

import Database from 'better-sqlite3'
import { type Context, PLAINCLOTHES, randomId } from '../../src/context.ts'
import { settleRounds } from '../../src/features/programs/jobs.ts'
import { decideReminders } from '../../src/features/reminders/actions.ts'
import { drizzleOver, prepare } from '../../src/platform/db/open.ts'

const [, , path = '', moment = '', nth = '0'] = process.argv
let statements = 0
const verbose = () => {
  statements += 1
  if (statements === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
const db = drizzleOver(prepare(new Database(path, { verbose })))
const ctx: Context = { db, now: Temporal.Instant.from(moment), actor: PLAINCLOTHES, newId: randomId }
settleRounds(ctx)
/** A week later the first windows are open. */
decideReminders({ ...ctx, now: ctx.now.add({ hours: 7 * 24 }) }, 'https://hours.northwind.example')
console.log(statements)
