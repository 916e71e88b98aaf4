import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { assignments } from '../../src/platform/db/tables.ts'
import { crawl, filesOf } from '../support/crawl.ts'
import { openDemo } from '../support/demo.ts'
import { feedAddress } from '../support/feed_address.ts'
import type { CastName, House } from '../support/house.ts'

/** Every answer of others turned round, and given on other days, in closed months and in those still open; those whose words nobody was told, gone. */
const TURNED = `
  update reflections set valued = 6 - valued, pride = 6 - pride, acknowledged = 6 - acknowledged,
    contacted_on = month || '-02', handed_in_on = month || '-03', daypart = iif(daypart = 'night', 'early', 'night'),
    days_late = 1 - min(days_late, 1), causes = '["wording"]', wait_half_minutes = 7, duration_minutes = 9,
    addressed = iif(reached in ('gave_up', 'no_answer'), 'no', iif(addressed = 'yes', 'partly', 'yes')),
    escalation = case escalation when 'offered' then 'not_offered' when 'not_offered' then 'when_asked' else escalation end,
    correct = case correct when 'yes' then 'no' when 'no' then 'yes' else correct end,
    promise = case promise when 'kept' then 'late' when 'late' then 'kept' else promise end,
    survey = case survey when 'could_say' then 'could_not_say' when 'could_not_say' then 'could_say' else survey end,
    business = iif(business = 'yes', 'no', 'yes'), cover = iif(month > :closed, 'blown', cover)
    where leader_id <> :reader;
  update reflections set story = 'Untold.', phrase = '', belief = '', unsaid = '', well_done = '', business_reason = ''
    where leader_id <> :reader and id in (select reflection_id from reflection_releases where state <> 'released');
  update reflection_standards set answer = iif(answer = 'met', 'not_met', 'met')
    where reflection_id in (select id from reflections where leader_id <> :reader);
  update predictions set predicted_valued = 6 - predicted_valued, mood = 'irritated'
    where assignment_id in (select assignment_id from reflections where leader_id <> :reader);
  delete from reflections where leader_id <> :reader and id not in (select reflection_id from published_texts
    union select reflection_id from review_quotes union select reflection_id from heard_quotes
    union select reflection_id from retest_answers);
  update answer_counts set contacts = contacts + 1;
  update participation_counts set due = due + 1;`

/** The same house, had everybody but the reader answered otherwise: only what was published stays. */
async function otherwise(reader: CastName): Promise<House> {
  const house = await openDemo()
  const { $client: sqlite } = house.db
  const closed = sqlite.prepare('select max(month) from closed_months').pluck().get()
  sqlite.pragma('foreign_keys = off')
  sqlite.exec(TURNED.replaceAll(':reader', `'${reader}'`).replaceAll(':closed', `'${closed}'`))

  return house
}

/** Pages and files as they are sent, with everything that is said around them; the bytes of a file as they come. */
async function sent(house: House, who: CastName, url: string): Promise<string> {
  const { statusCode, headers, rawPayload } = await house.get(who, url)
  const { date, 'x-ratelimit-remaining': left, 'x-ratelimit-reset': until, 'set-cookie': cookie, ...said } = headers

  return JSON.stringify([statusCode, said, rawPayload.toString('latin1')])
}

const BREAKDOWNS = ['touchpoint', 'channel', 'purpose', 'department', 'program'].map(
  (each) => `/months?breakdown=${each}`,
)
const ASKED_TOO = [
  ...BREAKDOWNS,
  ...['/months?month=2025-12', '/months?touchpoint=billing'],
  ...['/months.csv', '/months.json', '/months.csv?breakdown=touchpoint', '/months.json?touchpoint=billing'],
]

async function differingFor(who: CastName): Promise<{ read: string[]; differing: string[] }> {
  const visited = await crawl(await openDemo(), who, { perRoute: 4, files: false })
  const [demo, other] = [await openDemo(), await otherwise(who)]
  const isSame = async (url: string) => (await sent(demo, who, url)) === (await sent(other, who, url))
  const pages = [...new Set([...visited.map(({ url }) => url), ...ASKED_TOO, ...ownDays(demo, who)])]
  // The review that waits for a signature, and one that has it: more would only say the same again.
  const furtherReviews = visited.filter(({ url }) => /^\/reviews\/[\w-]+$/.test(url)).slice(2)
  const files = [...new Set(visited.filter((page) => !furtherReviews.includes(page)).flatMap(filesOf))]
  const differing: string[] = []
  for (const url of pages) if (!(await isSame(url))) differing.push(url)
  // Asked for together, so that one process writes them all.
  const same = await Promise.all(files.map(isSame))

  return { read: [...pages, ...files], differing: [...differing, ...files.filter((_, i) => !same[i])] }
}

/** The days of each contact as a file for a calendar. */
function ownDays({ db }: House, who: CastName): string[] {
  const own = db.select().from(assignments).where(eq(assignments.leaderId, who)).all()

  return own.map(({ id }) => `/assignments/${id}/calendar.ics`)
}

describe('had everybody else answered otherwise, on other days', () => {
  beforeAll(openDemo)

  it.each([
    ['viktor', /^\/followups$/, /\.ics$/],
    ['otto', /^\/texts$/, /\.csv$/],
    ['rhea', /^\/reviews$/, /\/pdf$/, /\/xlsx$/, /\/pptx$/, /\/stories\.json$/],
    ['alva', /^\/audit$/],
  ] as const)(
    '%s would be sent the same pages, files and headers, byte for byte: only what was published is read',
    async (who, ...among) => {
      const { read, differing } = await differingFor(who)
      for (const one of among) expect(read).toContainEqual(expect.stringMatching(one))
      expect(differing).toEqual([])
    },
  )

  it('a leader’s calendar would fetch the same', async () => {
    const fetched = async (house: House) => {
      const { statusCode, headers, body } = await house.get(null, await feedAddress(house, 'Phone', 'viktor'))

      return { statusCode, etag: headers.etag, body }
    }
    const calendar = await fetched(await openDemo())

    expect(calendar.body).toContain('BEGIN:VEVENT')
    expect(await fetched(await otherwise('viktor'))).toEqual(calendar)
  })

  it('a lead would read something else', async () => {
    const demo = await openDemo()
    const other = await otherwise('maud')
    for (const url of ['/months', '/months.csv', '/months/touchpoints'])
      expect(await sent(other, 'maud', url)).not.toBe(await sent(demo, 'maud', url))
  })
})
