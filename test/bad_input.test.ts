import { beforeAll, describe, expect, it } from 'vitest'
import { crawl, routeOf } from './support/crawl.ts'
import { openDemo } from './support/demo.ts'
import { type FilledIn, formsIn, unescapeHtml } from './support/filled_in.ts'
import { CAST, type CastName, type House } from './support/house.ts'

/** What arrives where a word was meant. */
const NASTY: Record<string, string | string[]> = {
  nothing: '',
  spaces: ' \t\r\n ',
  'the same twice': ['first', 'second'],
  'a megabyte': 'x'.repeat(1024 * 1024),
  'a number out of range': '-99999999999999999999',
  'no number': '1e309',
  'no day': '2026-02-30',
  'a day long gone': '0000-00-00',
  'right to left and zero width': '\u202e\u200b\u2066ab\ufeff',
  'a family and a flag': '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 Zoë\u0301',
  markup: '"><script>alert(1)</script>&amp;\'',
  sql: "'; drop table members; --",
  'a character that cannot be kept': 'a\0b',
  'half a character': '\ud800',
  'somebody else’s id': '../../nobody-knows-this',
}

/** A body that is none: its type, and what comes. */
const SENSELESS: [string, string][] = [
  ['application/json', '{"a":'],
  ['text/xml', '<a/>'],
  ['application/x-www-form-urlencoded', '%E0%A4%A=%&__proto__=1&constructor=2&=3'],
  ['application/x-www-form-urlencoded', `a=${'x'.repeat(5 * 1024 * 1024)}`],
  ['application/x-www-form-urlencoded', 'a=1&'.repeat(100_000)],
]

/** Every form the demo shows to one of the cast, one of each kind. */
async function formsFor(house: House, who: CastName): Promise<FilledIn[]> {
  const kinds = new Map<string, FilledIn>()
  for (const page of await crawl(house, who, { files: false }))
    for (const form of formsIn(page.html, page.url)) {
      const kind = `${routeOf(house, form.action, 'POST')} ${Object.keys(form.fields).toSorted()}`
      if (form.method === 'post' && form.action !== '/sign-out' && !kinds.has(kind)) kinds.set(kind, form)
    }

  return [...kinds.values()]
}

describe.each(Object.keys(CAST) as CastName[])('what %s sends gone wrong', (who) => {
  let house: House
  let before: Contents
  let forms: FilledIn[]
  const startAfresh = async () => {
    house = await openDemo()
    await house.get(who, '/')
    before = contents(house)
  }
  beforeAll(async () => {
    await startAfresh()
    forms = await formsFor(house, who)
    // Looking around may write: a calendar file notes what it told.
    before = contents(house)
  })

  it('is answered with a sentence, kept, and never half-written', async () => {
    const wrong: string[] = []
    for (const form of forms)
      for (const [nth, name] of [...new Set([...Object.keys(form.fields), ...form.typed])].entries())
        for (const [what, value] of nastyFor(nth)) {
          const sent = { ...form.fields, [name]: value }
          const answer = await house.post(who, form.action, sent)
          const where = `${form.action} with ${name} as ${what}: ${answer.statusCode}`
          if ([200, 303].includes(answer.statusCode)) await startAfresh()
          else if (![400, 403, 404, 409, 410, 413, 422].includes(answer.statusCode)) wrong.push(where)
          else if (!isUntouched(house, before)) wrong.push(`${where}, but something was written`)
          else if (answer.statusCode === 422 && lost(form, sent, answer.body))
            wrong.push(`${where}, and lost ${lost(form, sent, answer.body)}`)
        }
    expect(wrong).toEqual([])
  }, 240_000)

  it('is refused where the address or the body makes no sense', async () => {
    for (const { action } of forms)
      for (const [type, payload] of SENSELESS)
        expect((await house.post(who, action, payload, { 'content-type': type })).statusCode, action).toBeLessThan(500)
  })
})

/**
 * One in four, taking turns from field to field: a form meets every kind of nonsense, and nobody waits for minutes.
 * The megabyte takes the longest, so that one field of a form gets it.
 */
function nastyFor(nth: number): [string, string | string[]][] {
  return Object.entries(NASTY).filter(([what], at) => (what === 'a megabyte' ? nth === 1 : (at + nth) % 4 === 0))
}

interface Contents {
  changes: number
  /** The whole database. */
  bytes: Buffer
}

function contents(house: House): Contents {
  return { changes: changesIn(house), bytes: house.db.$client.serialize() }
}

/** Where SQLite counted no change there was none; where it did, what counts is whether anything stayed. */
function isUntouched(house: House, { changes, bytes }: Contents): boolean {
  return changesIn(house) === changes || house.db.$client.serialize().equals(bytes)
}

function changesIn({ db }: House): number {
  return db.$client.prepare('select total_changes()').pluck().get() as number
}

/** A field whose typed words the page no longer shows; passwords of one kind or another do not exist here. */
function lost(form: FilledIn, sent: Record<string, string | string[]>, html: string): string | undefined {
  const shown = unescapeHtml(html).replaceAll('\r\n', '\n')

  return form.typed.find(
    (name) =>
      !shown.includes([sent[name] ?? ''].flat()[0]?.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed() ?? ''),
  )
}
