import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { startContact } from '../src/features/assignments/actions.ts'
import type { Prediction } from '../src/features/assignments/prediction.ts'
import { releaseCleanTexts } from '../src/features/reflections/jobs.ts'
import { answerCounts, letters, memberRoles, reflections } from '../src/platform/db/tables.ts'
import { assign, setUpErrands } from './support/errands.ts'
import { CAST, type CastName, type House, openHouse } from './support/house.ts'
import { FORM } from './support/reflection_form.ts'

/*
 * What a leader expected, and in which mood, is theirs alone. Twice the same company, in which one leader expected otherwise: if anybody
 * else could tell the two apart by any page, export or entry, they could derive it.
 */

const WORST: Prediction = { predictedValued: 1, predictedAddressed: 'no', mood: 'irritated' }
const BEST: Prediction = { predictedValued: 5, predictedAddressed: 'yes', mood: 'calm' }
const MADE = ['bill', 'again', 'third'] as const
const OTHERS = (Object.keys(CAST) as CastName[]).filter((who) => who !== 'nora')

/** Three contacts of Nora's, so that she has a calibration; everybody else holds every role that might see more. */
async function live(prediction: Prediction): Promise<House> {
  const house = await openHouse()
  setUpErrands(house)
  house.db.insert(memberRoles).values({ memberId: 'maud', role: 'admin' }).run()
  for (const id of MADE) {
    assign(house, { id })
    startContact(house.as('nora'), id, prediction)
    const answer = await house.post('nora', `/assignments/${id}/reflection`, FORM)
    if (answer.statusCode !== 303) throw new Error(answer.body)
  }
  house.now = house.now.add({ hours: 24 * 4 })
  releaseCleanTexts(house.as())

  return house
}

/** Every address that can be read, with every id that could stand in it. */
function addresses(house: House): string[] {
  const { id: reflection } = house.db.select({ id: reflections.id }).from(reflections).get() ?? { id: '' }
  const ids = ['bill', reflection, 'nora', 'hours', 'june', 'billing', 'double']
  const letter = house.db.select({ id: letters.id }).from(letters).get()
  const urls = house.app.routesWithDoors.filter(({ method, url }) => method === 'GET' && !url.includes('*'))
  const filled = urls.flatMap(({ url }) => {
    if (!/:\w+/.test(url)) return [url]
    const all = letter ? [...ids, letter.id] : ids

    return all.map((id) => url.replace(/:\w+/g, id))
  })

  return [
    ...filled,
    '/months?month=2026-06&program=hours',
    '/months.csv?month=2026-06&program=hours',
    '/contacts?member=nora',
  ]
}

/** Without what is drawn by lot for each page. */
const plain = (html: string) => html.replace(/nonce="[^"]+"/g, '').replace(/'nonce-[^']+'/g, '')

async function readAll(house: House, who: CastName): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  for (const url of addresses(house)) {
    const { statusCode, headers, body } = await house.get(who, url)
    read.set(
      url,
      plain(`${statusCode} ${headers.location ?? ''} ${headers['content-length'] ?? ''} ${headers.etag ?? ''} ${body}`),
    )
  }

  return read
}

let worst: House
let best: House
beforeAll(async () => {
  worst = await live(WORST)
  best = await live(BEST)
})

describe('what a leader expected', () => {
  it('is told to that leader, so that there is something to hide', async () => {
    expect((await worst.get('nora', '/contacts')).body).toContain('Over 3 contacts you get 1.0 more than you expect.')
    expect((await best.get('nora', '/contacts')).body).toContain('Over 3 contacts you expect 3.0 more than you get.')
  })

  it.each(OTHERS)('cannot be told by %s from any page, export or entry of the audit', async (who) => {
    const [one, other] = [await readAll(worst, who), await readAll(best, who)]
    expect(one.size).toBeGreaterThan(100)
    const differs = [...one].filter(([url, body]) => body !== other.get(url)).map(([url]) => url)
    expect(differs).toEqual([])
    const told = [...one].filter(
      ([, body]) => /irritated|You expected to feel/.test(body) && !body.includes('name="mood"'),
    )
    expect(told.map(([url]) => url)).toEqual([])
  })

  it('stands in the rows of predictions and in counts over all leaders, and nowhere else', () => {
    const rows = (house: House) =>
      Object.fromEntries(
        house.db
          .all<{ name: string }>(sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
          .filter(({ name }) => name !== 'predictions' && name !== 'sessions')
          .map(({ name }) => [
            name,
            JSON.stringify(house.db.all(sql`select * from ${sql.identifier(name)} order by 1`)),
          ]),
      )
    const [one, other] = [rows(worst), rows(best)]
    expect(Object.keys(one).filter((name) => one[name] !== other[name])).toEqual(['answer_counts'])
    const changed = (house: House) =>
      house.db
        .select()
        .from(answerCounts)
        .all()
        .filter(({ question }) => !['predicted', 'gap'].includes(question))
    expect(changed(worst)).toEqual(changed(best))
  })
})
