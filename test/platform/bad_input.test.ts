import { type AddressInfo, connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { CAPABILITIES, may } from '../../src/features/members/member.ts'
import { isIn, namesIn } from '../../src/lib/written_out.ts'
import { anyCharacter } from '../support/any_character.ts'
import { type CastName, encode, type House, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ settings: { SMTP_URL: 'smtp://127.0.0.1:1' } })
  await house.app.ready()
})

const PEOPLE: CastName[] = ['nora', 'maud', 'otto', 'alva']

/** Every address a form is sent to. */
const forms = () =>
  house.app.routesWithDoors.filter(
    ({ method, url }) => method === 'POST' && url !== '/sign-out' && !url.includes('other-sessions'),
  )

function mayEnter(who: CastName, door: string): boolean {
  return !isIn(namesIn(CAPABILITIES), door) || may(house.as(who).actor, door)
}

/** Fields that some form or other reads. */
const FIELDS = [
  'name',
  'email',
  'code',
  'from',
  'to',
  'mon',
  'version',
  'languages',
  'roles',
  'joinedOn',
  'timeZone',
  'story',
]

const ODD: [string, string][] = [
  ['nothing', ''],
  ['every field doubled', encode(Object.fromEntries(FIELDS.map((name) => [name, ['one', 'two']])))],
  [
    'a field of a megabyte',
    encode(Object.fromEntries(FIELDS.slice(0, 1).map((name) => [name, 'x'.repeat(1024 * 1024)]))),
  ],
  ['NUL bytes', encode(Object.fromEntries(FIELDS.map((name) => [name, 'a\u0000b'])))],
  ['lone surrogates', FIELDS.map((name) => `${name}=%ED%A0%80`).join('&')],
  ['bytes that are no UTF-8', FIELDS.map((name) => `${name}=%FF%FE`).join('&')],
  ['broken percent signs', FIELDS.map((name) => `${name}=%zz%`).join('&')],
  ['right-to-left and emoji', encode(Object.fromEntries(FIELDS.map((name) => [name, '\u202Eעברית🙈👩‍👩‍👧‍👦'])))],
  ['names of the prototype', '__proto__=x&constructor=y&toString=z&hasOwnProperty=1&__proto__[a]=b'],
  ['a thousand fields', Array.from({ length: 1000 }, (_, i) => `f${i}=x`).join('&')],
  ['formulas and markup', encode(Object.fromEntries(FIELDS.map((name) => [name, '=1+1<script>alert(1)</script>"\''])))],
  ['enormous numbers', encode(Object.fromEntries(FIELDS.map((name) => [name, '9'.repeat(400)])))],
]

describe('whatever is posted', () => {
  it.each(ODD)('%s gets an answer in words from every form', async (_what, payload) => {
    expect(forms().length).toBeGreaterThan(100)
    // What takes long to read is sent by those who may enter: at the door all are turned away alike.
    const isLong = payload.length > 1024 * 1024
    for (const { url, door } of forms())
      for (const who of PEOPLE.filter((one) => !isLong || mayEnter(one, door))) {
        const answer = await house.post(who, url.replace(/:\w+/g, 'nobody-knows-this'), payload)
        expect([url, answer.statusCode < 500]).toEqual([url, true])
        expect(answer.body).not.toContain('<script>alert')
      }
  })

  it('of another kind than a form is refused', async () => {
    for (const [kind, body] of [
      ['application/json', '{"name": {"$ne": 1}}'],
      ['application/json', '{broken'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['text/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
      ['nonsense', 'x'],
      ['', 'x'],
    ] as const) {
      const answer = await house.post('alva', '/members', body, { 'content-type': kind })
      expect([400, 415, 422]).toContain(answer.statusCode)
    }
  })

  it('beyond what a form takes is refused before it is read', async () => {
    const answer = await house.post('alva', '/members', `name=${'x'.repeat(5 * 1024 * 1024)}`)
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('That is more than this form takes.')
  })

  it('any words at all are kept as they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyCharacter, maxLength: 60 }), async (words) => {
        const name = words.toWellFormed().replace(/[\r\n]/g, ' ')
        const answer = await house.post('alva', '/members', { name, email: 'wrong' })
        expect(answer.statusCode).toBe(422)
        expect(shownIn(answer.body)).toBe(name)
      }),
      { numRuns: 150 },
    )
  })

  /** What the field named name holds, as a browser would read it. */
  const shownIn = (page: string) =>
    (/name="name" type="text" value="([^"]*)"/.exec(page)?.[1] ?? 'none')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
})

describe('whatever is asked for', () => {
  it.each([
    '/members/%',
    '/members/%zz',
    '/members/%00',
    '/members/%FF',
    '/members/%2e%2e%2f',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/members/..%2f..',
    `/members/${'x'.repeat(5000)}`,
    '/members?search=%',
    '//elsewhere.example',
    '/set-up/%E2%80%AE',
    '/sign-in/link/%',
    '/members/%ED%A0%80',
    '/members;%ED%A0%80',
    '/members/alva/%C0%80?q=%zz',
    `/touchpoints/x/standards/${'%F0%9F%98%80'.repeat(500)}/change`,
  ])('%s gets an answer in words, from the same house', async (url) => {
    const answer = await house.get('alva', url)
    expect(answer.statusCode).toBeLessThan(500)
    // What asks for a .json is refused as whoever reads one reads it.
    expect(answer.body).toContain(url.endsWith('.json') ? '"message":"The address may be mistyped' : '<h1>')
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    expect(answer.body).not.toContain('"dependencies"')
  })

  it('by an id that no header may carry is not found, at every address', async () => {
    const asked = house.app.routesWithDoors.filter(({ method, url }) => method === 'GET' && url.includes('/:'))
    for (const { url } of asked)
      for (const who of ['nora', 'maud'] as const) {
        const at = url.replace(/:\w+/g, encodeURIComponent('🙈'))
        const { statusCode } = await house.get(who, at)
        expect([at, statusCode === 303 || (statusCode >= 400 && statusCode < 500)]).toEqual([at, true])
      }
  })

  it('in an address nobody can read is not found, by programs too', async () => {
    const answer = await house.get('alva', '/members/%ED%A0%80', { accept: 'application/json' })
    expect(answer.statusCode).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ error: 404, message: expect.stringContaining('may be mistyped') })
    expect((await house.post('alva', '/members/%ED%A0%80', { name: 'x' })).statusCode).toBe(404)
  })

  it('HEAD is answered like GET, without the body; unknown methods are refused', async () => {
    const head = await house.app.inject({ method: 'HEAD', url: '/sign-in' })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'] as const) {
      const answer = await house.app.inject({ method: method as 'PUT', url: '/members' })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    }
  })
})

describe('a post that another site made', () => {
  const post = (headers: Record<string, string>) =>
    house.app.inject({ method: 'POST', url: '/sign-in', headers: { host: '127.0.0.1:3000', ...headers } })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:3000.elsewhere.example' }],
    [{ origin: 'http://127.0.0.1:3001' }],
  ])('is refused: %j', async (headers) => {
    const answer = await post(headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('<h1>')
    expect(answer.body).toContain('This came from another site and was not carried out.')
  })

  it.each([[{ 'sec-fetch-site': 'same-origin' }], [{ origin: 'http://127.0.0.1:3000' }], [{}]])(
    'is not what our own pages send: %j',
    async (headers) => {
      expect((await post(headers as Record<string, string>)).statusCode).toBe(422)
    },
  )
})

describe('whoever is signed out in the middle', () => {
  it('finds what they typed, to be sent again', async () => {
    const words = 'Thirty words about “Müller & Söhne” <that> took an hour'
    const answer = await house.post(null, '/members', { name: words, roles: ['leader', 'lead'] })
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toContain('Nothing you typed is lost')
    expect(answer.body).toContain('Müller &amp; Söhne” &lt;that&gt; took an hour')
    expect(answer.body.match(/name="roles"/g)).toHaveLength(2)
    expect((await house.post(null, '/reviews/any/signature', { version: '1' })).body).not.toContain('What you typed')
  })
})

describe('every answer', () => {
  it('carries the headers that keep pages to themselves', async () => {
    for (const url of ['/sign-in', '/members', '/nowhere']) {
      const { headers } = await house.get('alva', url)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(String(headers['content-security-policy'])).not.toContain('unsafe')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
    }
  })
})

describe('a body that never ends', () => {
  it('is cut, so that no socket stays open for ever', async () => {
    const slow = await openHouse()
    await slow.app.listen({ host: '127.0.0.1', port: 0 })
    slow.app.server.headersTimeout = 200
    slow.app.server.requestTimeout = 300
    const { port } = slow.app.server.address() as AddressInfo
    const heard = await new Promise<string>((resolve, reject) => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail=',
        ),
      )
      socket.on('data', (bytes) => {
        answer += bytes.toString()
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(answer))
    })
    expect(heard).toMatch(/^HTTP\/1\.1 408/)
    await slow.app.close()
  })

  it('has seconds, not minutes', () => {
    const { requestTimeout, headersTimeout } = house.app.server
    expect([requestTimeout > 0 && requestTimeout <= 30_000, headersTimeout <= 30_000]).toEqual([true, true])
  })
})
