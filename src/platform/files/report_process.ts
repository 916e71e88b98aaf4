/** The process that writes reports: it alone loads the libraries that make documents, and ends with whoever began it. */
import { enableCompileCache } from 'node:module'
import { reportCsv } from './csv.ts'
import { harmlessReport } from './harmless.ts'
import { figuresOf, type Report } from './report.ts'
import type { Format } from './write_report.ts'

enableCompileCache(new URL('../../../node_modules/.cache/plainclothes/code', import.meta.url).pathname)

const WRITERS: Readonly<Record<Format, (report: Report) => Promise<Uint8Array>>> = {
  pdf: async (report) => (await import('./pdf.ts')).reportPdf(report),
  xlsx: async (report) => (await import('./xlsx.ts')).reportXlsx(report),
  pptx: async (report) => (await import('./pptx.ts')).reportPptx(report),
  csv: async (report) => Buffer.from(reportCsv(report)),
  json: async (report) => Buffer.from((await import('./report_schema.ts')).reportJson(report)),
}

process.on('message', async ({ report, format }: { report: Report; format: Format }) => {
  try {
    process.send?.({ bytes: await written(report, format) })
  } catch (error) {
    process.send?.({ trouble: String(error) })
  }
})

function written(report: Report, format: Format): Promise<Uint8Array> {
  const clean = harmlessReport(report)
  // It throws where one name stands for two numbers: formats would then contradict each other.
  figuresOf(clean)

  return WRITERS[format](clean)
}
