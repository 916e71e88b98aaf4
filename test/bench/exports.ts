import { FORMATS, writeReport } from '../../src/platform/files/write_report.ts'
import { openDemo } from '../support/demo.ts'
import { quarterReport } from '../support/quarter_report.ts'
import { median, medianOf, type Result, seconds } from './measure.ts'

const KB = 1024
const MB = 1024 * 1024

/** A review of 8 measures × 15 months, 9 touchpoints and 20 stories, from nothing to bytes; then five at once beside readers of the demo. */
export async function exports(): Promise<Result[]> {
  const report = quarterReport()
  const results: Result[] = []
  for (const format of FORMATS) {
    const { bytes } = await writeReport(report, format)
    const took = await medianOf(async () => {
      const from = performance.now()
      await writeReport(report, format)

      return performance.now() - from
    })
    results.push({
      what: `export of a review as ${format}`,
      measured: seconds(took),
      beside: `${Math.round(bytes.length / KB)} KB`,
    })
  }

  return [...results, ...(await fiveAtOnce())]
}

async function fiveAtOnce(): Promise<Result[]> {
  const house = await openDemo()
  await house.get('maud', '/months')
  const before = process.memoryUsage.rss()
  let busy = true
  const written = Promise.all(FORMATS.map((format) => writeReport(quarterReport(), format))).finally(() => {
    busy = false
  })
  const waits: number[] = []
  let most = before
  while (busy) {
    const from = performance.now()
    await house.get('maud', '/touchpoints')
    waits.push(performance.now() - from)
    most = Math.max(most, process.memoryUsage.rss())
    await new Promise((resolve) => setImmediate(resolve))
  }
  await written
  await house.app.close()

  return [
    {
      what: 'a page while five exports are written, median',
      measured: `${median(waits).toFixed(1)} ms`,
      beside: `${waits.length} pages`,
    },
    { what: 'memory the server takes on for five exports', measured: `${Math.round((most - before) / MB)} MB` },
  ]
}
