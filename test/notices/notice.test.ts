import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { countriesWithoutLine, linesFor } from '../../src/features/notices/country_lines.ts'
import { blocksOf, readyText } from '../../src/features/notices/staff_notice.ts'
import { auditEntries, publicLinks, staffNotices } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'

describe('the text staff are given', () => {
  it('says who, why, what is kept, what never, and what it is not used for', () => {
    const text = readyText({ organisation: 'Northwind Energy', contact: 'Maud Bergström' })
    for (const words of ['Northwind Energy', 'never written down', 'A recording', 'not used', 'Maud Bergström'])
      expect(text).toContain(words)
  })

  it('is shown in headings, paragraphs and lists, and as nothing else', () => {
    expect(blocksOf('## Why\nBecause.\n\n- one\n- <b>two</b>\n\n\nA # in a line\nand another')).toEqual([
      { kind: 'heading', words: 'Why' },
      { kind: 'text', words: 'Because.' },
      { kind: 'list', items: ['one', '<b>two</b>'] },
      { kind: 'text', words: 'A # in a line\nand another' },
    ])
    expect(blocksOf('  \n\n ')).toEqual([])
  })

  it('comes with a line for each country people work in, and with its sources', () => {
    expect(linesFor(['GB', 'AT', 'SE']).map(({ country }) => country)).toEqual(['', 'GB', 'AT'])
    expect(countriesWithoutLine(['GB', 'SE', 'SE'])).toEqual(['SE'])
    for (const line of linesFor(['GB', 'DE', 'NL', 'FR', 'AT'])) {
      expect(line.sources.length).toBeGreaterThan(0)
      expect(line.ask).toContain('Please say')
    }
  })
})

describe('the staff notice', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })

  const save = (words: string, version: string) => house.post('maud', '/notices', { words, version })
  const publish = (version: string) => house.post('maud', '/notices/publication', { version })
  const rows = () => house.db.select().from(staffNotices).all()

  it('begins with a ready text and is kept as a draft', async () => {
    expect((await house.get('maud', '/notices')).body).toContain(
      'Leaders of Northwind Energy contact us as customers do',
    )
    expect((await save('## Hello\n\nWe ring.', '0')).statusCode).toBe(303)
    const [{ subjectId } = {}] = house.db.select().from(auditEntries).where(eq(auditEntries.action, 'wrote')).all()
    expect(subjectId).toBe(rows()[0]?.id)
    expect((await house.get('otto', '/notice')).body).toContain('Nothing is published yet')
    expect((await save('', '1')).statusCode).toBe(422)
  })

  it('is published for every member, with its dates and versions kept', async () => {
    await save('## One\n\nFirst words.', '0')
    await publish('1')
    expect((await house.get('nora', '/notice')).body).toContain('First words.')
    house.now = Temporal.Instant.from('2026-07-01T09:00:00Z')
    await save('## Two\n\nSecond words.', '0')
    expect((await house.get('nora', '/notice')).body).not.toContain('Second words.')
    await publish('1')
    expect((await house.get('nora', '/notice')).body).toContain('Second words.')
    const page = (await house.get('maud', '/notices')).body
    expect(page).toContain('10 June 2026 to 1 July 2026')
    expect(page).toContain('since 1 July 2026')
    expect(page).toContain('First words.')
    await house.post('maud', '/notices/end')
    expect((await house.get('nora', '/notice')).body).not.toContain('Second words.')
    expect(rows().map(({ endedOn }) => endedOn)).toEqual(['2026-07-01', '2026-07-01'])
  })

  it('publishes what was read, once, and keeps the words of two who write at once', async () => {
    await save('One.', '0')
    expect((await save('Two.', '0')).body).toContain('Two.')
    expect((await save('Two.', '0')).statusCode).toBe(409)
    expect((await publish('7')).statusCode).toBe(409)
    await publish('1')
    expect((await publish('1')).statusCode).toBe(409)
    expect(rows()).toHaveLength(1)
  })

  it('is read by a link without signing in, until the link is ended', async () => {
    await save('## Hello\n\n<script>alert(1)</script> We ring.', '0')
    await publish('1')
    const made = (await house.post('maud', '/notices/links')).body
    const [, path = ''] = /(\/staff\/[\w-]{43})/.exec(made) ?? []
    const page = await house.get(null, path)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('&lt;script&gt;')
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain('<meta name="robots" content="noindex')
    const [link] = house.db.select().from(publicLinks).all()
    expect(JSON.stringify(link)).not.toContain(path.slice(7))
    await house.post('maud', `/notices/links/${link?.id}/end`)
    expect((await house.get(null, path)).statusCode).toBe(404)
    expect((await house.get(null, '/staff/nonsense')).statusCode).toBe(404)
  })

  it('is for leads to write', async () => {
    for (const who of ['nora', 'otto', 'rhea', 'alva'] as const)
      expect((await house.get(who, '/notices')).statusCode).toBe(403)
  })
})
