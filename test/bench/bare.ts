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
sqlite.exec(
  'create table contacts (id integer primary key, contacted_on text, reached text, valued integer, story text) strict',
)
const insert = sqlite.prepare('insert into contacts (contacted_on, reached, valued, story) values (?, ?, ?, ?)')
const contact = z.object({
  contacted_on: z.iso.date(),
  reached: z.enum(['person', 'bot', 'gave_up', 'no_answer']),
  valued: z.coerce.number().int().min(1).max(5),
  story: z.string().min(1).max(2000),
})

const app = fastify()
await app.register(formbody)
app.get('/', (_request, reply) =>
  reply.type('text/html; charset=utf-8').send(eta.render(page, { title: 'Bare', filling })),
)
app.post('/', (request, reply) => {
  const { contacted_on, reached, valued, story } = contact.parse(request.body)
  insert.run(contacted_on, reached, valued, story)

  return reply.redirect('/', 303)
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
process.once('SIGTERM', () => void app.close())
