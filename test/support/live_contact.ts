import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { JOBS } from '../../src/jobs.ts'
import { drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import { newBreaker } from '../../src/platform/mail/breaker.ts'
import { openPostman } from '../../src/platform/mail/smtp.ts'
import { browserModule } from './browser_module.ts'
import { assign, setUpErrands } from './errands.ts'
import { type House, openHouse } from './house.ts'
import { type MailServer, openMailServer } from './mail_server.ts'
import { FORM } from './reflection_form.ts'
import { openVisitor, type Visitor } from './visitor.ts'

interface LiveFacts {
  factsOf: (taps: { what: string; at: number }[], at: { zone: string; tempo: string }) => Record<string, string>
}
const { factsOf } = await browserModule<LiveFacts>('live_facts.js')

/** A moment of the afternoon on which Nora rings the billing line. */
export function on10June(clock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`2026-06-10T${clock}`).toZonedDateTime('Europe/London').toInstant()
}

/** A house on a file of its own, as in a company, with a mail server; and everything that came out of it. */
export interface Afternoon {
  house: House
  folder: string
  nora: Visitor
  mail: MailServer
  answers: LightMyRequestResponse[]
  log: string[]
  /** Everything a server does by itself, as at any tick. */
  tick: () => Promise<void>
  close: () => Promise<void>
}

export async function openAfternoon(): Promise<Afternoon> {
  const folder = mkdtempSync(join(tmpdir(), 'plainclothes-'))
  const template = await openHouse()
  setUpErrands(template)
  assign(template)
  writeFileSync(join(folder, 'house.db'), template.db.$client.serialize())
  const sqlite = openDatabase(join(folder, 'house.db'))
  const log: string[] = []
  const heard = { write: (line: string) => void log.push(line) }
  const mail = await openMailServer()
  const house = await openHouse({
    ...{ db: drizzleOver(sqlite), now: on10June('14:00').toString(), log: heard },
    settings: { SMTP_URL: mail.url, MAIL_FROM: 'Plainclothes <hello@northwind.example>' },
  })
  const { tick, stop } = ticking(house, mail)
  const close = async () => {
    stop()
    await Promise.all([mail.close(), house.app.close()])
    sqlite.close()
    rmSync(folder, { recursive: true, force: true })
  }

  return { ...{ house, folder, mail, log, tick, close }, nora: openVisitor(house), answers: [] }
}

/** What a phone does between 14:12 and 14:46: the taps of the live log stay on it, and durations are sent. */
export async function contactAndReflect(one: Afternoon): Promise<void> {
  await signIn(one, '14:12:10')
  one.house.now = on10June('14:16:40')
  await seen(one, '/today')
  await sent(one, '/assignments/bill/prediction', EXPECTS)
  await seen(one, '/assignments/bill/live')
  const facts = factsOf(TAPS, { zone: 'Europe/London', tempo: 'live' })
  await reflect(one, { ...FORM, ...facts, promise: 'still_open', promise_due_on: '2026-06-11' })
  await sent(one, '/sign-out')
  await signIn(one, '14:45')
  await seen(one, '/today')
}

const EXPECTS = { predicted_valued: '4', predicted_addressed: 'yes', mood: 'rushed' }

const TAPS = Object.entries({
  begun: '14:17:20',
  answered: '14:20:30',
  hold: '14:22:05',
  back: '14:24:15',
  ended: '14:26:20',
}).map(([what, clock]) => ({ what, at: on10June(clock).epochMilliseconds }))

async function signIn(one: Afternoon, clock: string): Promise<void> {
  one.house.now = on10June(clock)
  await sent(one, '/sign-in', { email: 'nora@northwind.example', next: '/today' })
  await one.tick()
  const codes = one.mail.received.flatMap(({ source }) => /code is (\d{3} \d{3})/.exec(source)?.[1] ?? [])
  const code = codes.at(-1) ?? ''
  one.house.now = one.house.now.add({ seconds: 70 })
  await sent(one, '/sign-in/code', { code, next: '/today' })
}

/** Each answer is saved as it is given; then it is handed in, looked at and corrected. */
async function reflect(one: Afternoon, form: Record<string, string | string[]> & { story: string }): Promise<void> {
  for (const [turn, story] of ['Thanked', 'Thanked three times', form.story].entries()) {
    one.house.now = on10June('14:27').add({ seconds: turn * 75 })
    await seen(one, '/assignments/bill/reflection')
    const page = { version: String(turn), writer: '101-202-303', turn: String(turn + 1) }
    await sent(one, '/assignments/bill/draft', { ...form, ...page, story })
  }
  one.house.now = on10June('14:31:40')
  const handedIn = await sent(one, '/assignments/bill/reflection', { ...form, version: '3' })
  const reflection = String(handedIn.headers.location).replace('/thanks', '')
  for (const url of [`${reflection}/thanks`, reflection, '/contacts']) await seen(one, url)
  one.house.now = on10June('14:43:10')
  await sent(one, `${reflection}/correction`, { ...form, version: '1', story: 'Thanked, and none the wiser.' })
}

async function seen(one: Afternoon, url: string): Promise<void> {
  one.answers.push(await one.nora.get(url))
}

async function sent(
  one: Afternoon,
  url: string,
  form: Record<string, string | string[]> = {},
): Promise<LightMyRequestResponse> {
  const answer = await one.nora.post(url, form)
  if (answer.statusCode >= 400) throw new Error(`${url}: ${answer.statusCode} ${answer.body.replace(/<[^>]+>/g, ' ')}`)
  one.answers.push(answer)

  return answer
}

function ticking(house: House, mail: MailServer) {
  const postman = openPostman(mail.url, 'Plainclothes <hello@northwind.example>')
  const [context, chance] = [() => house.as(), () => 0]
  const means = { context, postman, chance, breaker: newBreaker(chance), baseUrl: 'https://hours.northwind.example' }
  const tick = async () => {
    for (const { run } of JOBS) await run(context(), { ...means, stopping: new AbortController().signal })
  }

  return { tick, stop: () => postman.close() }
}
