import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { sendSafetyHeaders } from '../../src/platform/web/headers.ts'

it('sends the same safety headers with every reply, and nobody else’s', async () => {
  const app = Fastify()
  app.addHook('onRequest', async (request, reply) => void reply.raw.setHeader('x-mine', request.url))
  await sendSafetyHeaders(app, { hsts: false })
  app.get('/:whose', () => '')
  const [first, second] = [await app.inject('/first'), await app.inject('/second')]
  expect([first.headers['x-mine'], second.headers['x-mine']]).toEqual(['/first', '/second'])
  for (const { headers } of [first, second])
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
  expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  await app.close()
})
