/** The thread that writes reports: it alone loads the libraries that make documents. */
import { parentPort } from 'node:worker_threads'
import { reportCsv } from './csv.ts'
import { harmlessReport } from './harmless.ts'
import { figuresOf, type Report } from './report.ts'
import type { Format } from './write_report.ts'

const WRITERS: Readonly<Record<Format, (report: Report) => Promise<Uint8Array>>> = {
  pdf: async (report) => (await import('./pdf.ts')).reportPdf(report),
  xlsx: async (report) => (await import('./xlsx.ts')).reportXlsx(report),
  pptx: async (report) => (await import('./pptx.ts')).reportPptx(report),
  csv: async (report) => Buffer.from(reportCsv(report)),
  json: async (report) => Buffer.from((await import('./report_schema.ts')).reportJson(report)),
}

parentPort?.on('message', async ({ report, format }: { report: Report; format: Format }) => {
  try {
    const clean = harmlessReport(report)
    figuresOf(clean)
    const bytes = Uint8Array.from(await WRITERS[format](clean))
    parentPort?.postMessage({ bytes }, [bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ error })
  }
})
