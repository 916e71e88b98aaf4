import formbody from '@fastify/formbody'
import { Eta } from 'eta'
import fastify from 'fastify'

/** What is compared with: Fastify and an eta page of as many bytes, and nothing else. It also takes a form, so that posts compare. */
const bytes = Number(process.env.BYTES)
const eta = new Eta({ autoEscape: true })
const page = eta.compile(
  '<!doctype html><html lang="en"><title><%= it.title %></title><body><h1><%= it.title %></h1><p><%= it.filling %></p></body></html>',
)
const frame = eta.render(page, { title: 'Bare', filling: '' }).length
const filling = 'x'.repeat(Math.max(0, bytes - frame))

const app = fastify()
await app.register(formbody)
const answer = () => eta.render(page, { title: 'Bare', filling })
app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(answer()))
app.post('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(answer()))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
process.once('SIGTERM', () => void app.close())
