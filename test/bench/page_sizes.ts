import { assetsOf, crawl } from '../support/crawl.ts'
import { openDemo } from '../support/demo.ts'
import { CAST, type CastName } from '../support/house.ts'
import { median, type Result } from './measure.ts'

/** What crosses the wire for a page of the demo on a first visit: the page, its styles and scripts, without the typeface. */
export async function pageSizes(): Promise<Result[]> {
  const house = await openDemo()
  const sizes = new Map<string, number>()
  for (const who of Object.keys(CAST) as CastName[])
    for (const page of await crawl(house, who)) {
      const assets = await Promise.all(
        assetsOf(page).map(async (url) => (await house.get(null, url, { 'accept-encoding': 'br' })).rawPayload.length),
      )
      if (page.kind === 'text/html')
        sizes.set(`${who} ${page.url}`, page.bytes + assets.reduce((sum, size) => sum + size, 0))
    }
  const [largest] = [...sizes].toSorted(([, a], [, b]) => b - a)

  return [
    { what: 'Transferred for a page, first visit', measured: kilobytes(median([...sizes.values()])) },
    {
      what: `Transferred for the largest page (${largest?.[0].split(' ')[1]})`,
      measured: kilobytes(largest?.[1] ?? NaN),
    },
  ]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}
