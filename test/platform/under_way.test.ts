import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type UnderWay, watchRequests } from '../../src/platform/web/under_way.ts'

let server: ReturnType<typeof createServer>
let underWay: UnderWay
let answers: ServerResponse[]
beforeEach(async () => {
  answers = []
  server = createServer((_request, response) => answers.push(response))
  underWay = watchRequests(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => server.closeAllConnections())

/** A connection that has sent so much. */
async function connected(words = '') {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  const closed = new Promise((resolve) => socket.on('error', () => {}).once('close', resolve))
  const heard = { socket, words: '', closed }
  socket.on('data', (bytes) => {
    heard.words += bytes.toString()
  })
  if (words) socket.write(words)

  return heard
}

const asked = async () => {
  const requests = answers.length
  const connection = await connected('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  while (answers.length === requests) await once(server, 'request')

  return connection
}

describe('a server that stops', () => {
  it('waits for no connection that was kept, opened in advance or has asked half', async () => {
    const kept = await asked()
    answers[0]?.end('first')
    await once(kept.socket, 'data')
    const others = [await connected(), await connected('GET / HTTP/1.1\r\nHo')]
    const stopped = new Promise((resolve) => server.close(resolve))
    underWay.closeOnceAnswered()
    await Promise.all([stopped, kept.closed, ...others.map(({ closed }) => closed)])
    expect(kept.words).toContain('first')
  })

  it('answers whatever it is at to its end first', async () => {
    const [one, other] = [await asked(), await asked()]
    const stopped = new Promise((resolve) => server.close(resolve))
    underWay.closeOnceAnswered()
    answers[1]?.end('second')
    await once(other.socket, 'data')
    answers[0]?.end('first')
    await Promise.all([stopped, one.closed, other.closed])
    expect([one.words, other.words]).toEqual([expect.stringContaining('first'), expect.stringContaining('second')])
  })
})
