import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { keptPage } from '../../src/platform/web/kept.ts'

/** Moves with every request that arrives while `busy`, as if somebody wrote just before each. */
let written: number
let busy: boolean
let made: number[]
let app: FastifyInstance

beforeAll(async () => {
  app = fastify()
  app.decorateRequest('actor', null as never)
  app.decorateReply('pageText', (view) => `As of ${view.title}`)
  app.addHook('onRequest', async (request) => {
    request.actor = { id: String(request.headers.member), name: '', roles: [] }
    if (busy) written++
  })
  keptPage(app, '/page', {
    config: { door: 'anyone' },
    asOf: () => String(written),
    show: () => {
      if (written === 13) throw new Error('there is nothing to show')
      made.push(written)

      return { template: 'page', title: String(written) }
    },
  })
  await app.ready()
})
afterAll(() => app.close())
beforeEach(() => {
  written = 0
  busy = true
  made = []
})

const look = (member = 'maud') => app.inject({ url: '/page', headers: { member } })
const atOnce = (times: number) => Promise.all(Array.from({ length: times }, () => look()))

it('is made once for all who ask before it is begun, and is older than none of their questions', async () => {
  const answers = await atOnce(10)
  expect(made).toEqual([10])
  expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: 10 }, () => 'As of 10'))
})

it('is made anew for whoever asks after another write', async () => {
  expect([(await look()).body, (await look()).body]).toEqual(['As of 1', 'As of 2'])
})

it('is not made again while nothing is written', async () => {
  await look()
  busy = false
  await atOnce(3)
  expect(made).toEqual([1])
})

it('is made for each member apart', async () => {
  busy = false
  await Promise.all([look('maud'), look('mo')])
  expect(made).toEqual([0, 0])
})

it('fails for all who asked alike, and is made anew after that', async () => {
  written = 10
  expect((await atOnce(3)).map(({ statusCode }) => statusCode)).toEqual([500, 500, 500])
  expect((await look()).body).toBe('As of 14')
})
