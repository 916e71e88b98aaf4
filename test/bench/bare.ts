import formbody from '@fastify/formbody'
import Database from 'better-sqlite3'
import { Eta } from 'eta'
import fastify from 'fastify'
import { z } from 'zod'

/**
 * What is compared with: Fastify and an eta page of as many bytes; and the thinnest handler that keeps what is posted as safely as we do:
 * one validated insert, on disk before it answers. Nothing else.
 */
const bytes = Number(process.env.BYTES)
const eta = new Eta({ autoEscape: true })
const page = eta.compile(
  '<!doctype html><html lang="en"><title><%= it.title %></title><body><h1><%= it.title %></h1><p><%= it.filling %></p></body></html>',
)
const frame = eta.render(page, { title: 'Bare', filling: '' }).length
const filling = 'x'.repeat(Math.max(0, bytes - frame))

const sqlite = new Database(process.env.DATABASE_PATH)
sqlite.pragma('journal_mode = WAL')
sqlite.pragma('synchronous = FULL')
const scale = z.coerce.number().int().min(1).max(5)
const words = z.string().max(2000)
const reflection = z.object({
  contacted_on: z.iso.date(),
  daypart: z.enum(['morning', 'afternoon', 'evening', 'weekend']),
  reached: z.enum(['person', 'bot', 'gave_up', 'no_answer']),
  wait: z.enum(['none', 'minutes', 'longer']),
  transfers: z.coerce.number().int().min(0).max(9),
  repeated: z.enum(['yes', 'no']),
  addressed: z.enum(['yes', 'partly', 'no']),
  correct: z.enum(['yes', 'no', 'unsure']),
  escalation: z.enum(['offered', 'when_asked', 'not_offered', 'not_needed']),
  promise: z.enum(['kept', 'not_kept', 'still_open', 'none']),
  survey: z.enum(['could_say', 'could_not_say', 'not_asked']),
  ...{ valued: scale, acknowledged: scale, pride: scale },
  business: z.enum(['yes', 'no', 'unsure']),
  ...{ business_reason: words, well_done: words, story: words.min(1), phrase: words, belief: words, unsaid: words },
  cover: z.enum(['kept', 'unsure', 'blown']),
})
const columns = Object.keys(reflection.shape)
sqlite.exec(
  `create table reflections (id integer primary key, ${columns.map((name) => `${name} any not null`)}) strict`,
)
const insert = sqlite.prepare(`insert into reflections (${columns}) values (${columns.map((name) => `@${name}`)})`)

const app = fastify()
await app.register(formbody)
app.get('/', (_request, reply) =>
  reply.type('text/html; charset=utf-8').send(eta.render(page, { title: 'Bare', filling })),
)
app.post('/', (request, reply) => {
  insert.run(reflection.parse(request.body))

  return reply.redirect('/', 303)
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
process.once('SIGTERM', () => void app.close())
