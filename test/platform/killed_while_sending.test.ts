import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PLAINCLOTHES, randomId } from '../../src/context.ts'
import { openForWriting } from '../../src/platform/db/open_for_writing.ts'
import { letters } from '../../src/platform/db/tables.ts'
import { newBreaker } from '../../src/platform/mail/breaker.ts'
import { LEASE_MINUTES, postLetter, sendDueLetters } from '../../src/platform/mail/outbox.ts'
import { openPostman } from '../../src/platform/mail/smtp.ts'
import { type MailServer, openMailServer } from '../support/mail_server.ts'
import { ownFolder } from '../support/own_folder.ts'
import { LETTER, messageIds } from '../support/posting.ts'
import { QUICKLY, ROOT } from '../support/sources.ts'

const inFolder = ownFolder('test')
let server: MailServer
let child: ChildProcess | undefined
beforeEach(async () => {
  server = await openMailServer()
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await server.close()
})

const FROM = 'Plainclothes <hello@northwind.example>'

it.each([
  ['before the letter is taken', 'DATA', 0],
  ['after it was taken, before that was said', '.', 1],
])('a server killed %s sends it again once the lease is over, under the same Message-ID', async (_when, at, taken) => {
  const path = inFolder('house.db')
  write(path)
  server.mood = (line) => (line === at ? 'silence' : undefined)
  const heard = new Promise<void>((resolve) => {
    const silent = server.mood
    server.mood = (line) => {
      if (line === at) resolve()

      return silent(line)
    }
  })
  const gone = startServer(path)
  await Promise.race([heard, gone.then(() => Promise.reject(new Error('The server ended by itself.')))])
  child?.kill('SIGKILL')
  await gone

  server.mood = () => undefined
  expect(server.received).toHaveLength(taken)
  await sendAfter(path, LEASE_MINUTES - 1)
  expect(server.received).toHaveLength(taken)
  await sendAfter(path, LEASE_MINUTES + 1)
  expect(server.received).toHaveLength(taken + 1)
  expect(new Set(messageIds(server)).size).toBe(1)
  await sendAfter(path, 2 * LEASE_MINUTES)
  expect(server.received).toHaveLength(taken + 1)
})

function write(path: string): void {
  const { db, close } = openForWriting(path)
  const now = Temporal.Now.instant()
  postLetter({ db, now, actor: PLAINCLOTHES, newId: randomId }, { ...LETTER, kind: 'notice', memberId: null })
  close()
}

/** The real thing, with its jobs; resolves when it is gone. */
function startServer(path: string): Promise<void> {
  const env = { DATABASE_PATH: path, PORT: '0', SMTP_URL: server.url, MAIL_FROM: FROM }
  child = spawn(process.execPath, [...QUICKLY, `${ROOT}src/main.ts`], { env, stdio: 'ignore' })

  return new Promise((resolve) => child?.on('exit', () => resolve()))
}

/** What the next server does, so many minutes later. */
async function sendAfter(path: string, minutes: number): Promise<void> {
  const { db, close } = openForWriting(path)
  const postman = openPostman(server.url, FROM)
  const now = Temporal.Now.instant().add({ minutes })
  const context = () => ({ db, now, actor: PLAINCLOTHES, newId: randomId })
  const [chance, stopping] = [() => 0, new AbortController().signal]
  await sendDueLetters({ context, postman, breaker: newBreaker(chance), chance, stopping })
  expect(db.select().from(letters).all()).toHaveLength(1)
  postman.close()
  close()
}
