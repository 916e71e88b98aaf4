/** A process of its own that is killed before one of its statements; says how many it ran: node killed_at.ts WORK FILE MOMENT NTH. */

import Database from 'better-sqlite3'
import { type Context, PLAINCLOTHES, randomId } from '../../src/context.ts'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { settleRounds } from '../../src/features/programs/jobs.ts'
import { decideReminders } from '../../src/features/reminders/actions.ts'
import { drizzleOver, prepare } from '../../src/platform/db/open.ts'
import type { Work } from './killing.ts'

const WORKS: Readonly<Record<Work, (ctx: Context) => void>> = {
  'plan, publish and remind': (ctx) => {
    settleRounds(ctx)
    /** A week later the first windows are open. */
    decideReminders({ ...ctx, now: ctx.now.add({ hours: 7 * 24 }) }, 'https://hours.northwind.example')
  },
  'close months': (ctx) => closeDueMonths(ctx),
}

const [, , work = '', path = '', moment = '', nth = '0'] = process.argv
let statements = 0
const verbose = () => {
  statements += 1
  if (statements === Number(nth)) process.kill(process.pid, 'SIGKILL')
}
const db = drizzleOver(prepare(new Database(path, { verbose })))
// As runKilled passes it, which knows no other.
WORKS[work as Work]({ db, now: Temporal.Instant.from(moment), actor: PLAINCLOTHES, newId: randomId })
console.log(statements)
