import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { OF_OTHER_PAGES } from '../../src/platform/web/assets.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'
import { ROOT } from '../support/sources.ts'

const FOLDER = join(ROOT, 'views/assets')
const sheets = globSync('css/*.css', { cwd: FOLDER })

/** The names that selectors of these sheets ask for. */
const namesIn = (files: readonly string[]) =>
  new Set(
    files.flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').match(/(?<=\.)[a-z][\w-]*(?=[^;{}]*\{)/g) ?? []),
  )

it('the phone’s stylesheet has the styles of every name on a leader’s way', async () => {
  const pages = await onTheWay()
  for (const page of pages) expect(page).toMatch(/href="\/assets\/[\w-]+\/phone\.css"/)
  const used = pages.flatMap((page) =>
    [...page.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  )
  const ours = namesIn(sheets.filter((file) => !OF_OTHER_PAGES.test(file)))
  const others = namesIn(sheets.filter((file) => OF_OTHER_PAGES.test(file)))

  expect([...new Set(used)].filter((name) => others.has(name) && !ours.has(name))).toEqual([])
})

/** Before, in and after the window, started, on the call, reflecting, and what each says when something is wrong. */
async function onTheWay(): Promise<string[]> {
  const house = await openHouse()
  setUpErrands(house)
  assign(house)
  assign(house, { id: 'ahead', fromDay: '2026-06-15' })
  assign(house, { id: 'over', fromDay: '2026-06-01', toDay: '2026-06-05', state: 'missed' })
  assign(house, { id: 'mail', touchpointId: 'mailbox', state: 'contacted', contactedOn: '2026-06-10' })
  const seen = ['/today', ...['ahead', 'over', 'mail'].map((id) => `/assignments/${id}`)]
  const begun = ['bill', 'mail'].flatMap((id) => [`/assignments/${id}/live`, `/assignments/${id}/reflection`])
  const answers = await Promise.all([...seen, ...begun, '/offline'].map((url) => house.get('nora', url)))

  return [...answers, ...(await refused(house))].map(({ body }) => body)
}

function refused(house: House) {
  return Promise.all(['prediction', 'reflection'].map((form) => house.post('nora', `/assignments/bill/${form}`)))
}
