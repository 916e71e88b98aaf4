import { Worker } from 'node:worker_threads'
import type { Report } from './report.ts'

export const FORMATS = ['pdf', 'xlsx', 'pptx', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

export interface WrittenReport {
  bytes: Uint8Array<ArrayBuffer>
  /** The media type. */
  type: string
  extension: Format
}

const TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
}

/**
 * The report in one of the formats; the same report gives the same bytes. It is written in a thread of its own, one after the other, so
 * that requests go on meanwhile and the memory of one is enough; the thread, with all its libraries, ends when nothing waits.
 */
export async function writeReport(report: Report, format: Format): Promise<WrittenReport> {
  waiting++
  const mine = last.then(() => inThread(report, format))
  last = mine.then(settle, settle)

  return { bytes: await mine, type: TYPES[format], extension: format }
}

let waiting = 0
let last: Promise<unknown> = Promise.resolve()
let thread: Worker | undefined

function settle(): void {
  waiting--
  if (waiting > 0) return
  void thread?.terminate()
  thread = undefined
}

function inThread(report: Report, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= new Worker(new URL('report_thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 160 },
  })
  const at = thread

  return new Promise((resolve, reject) => {
    const done = (act: () => void) => {
      at.removeAllListeners()
      act()
    }
    at.once('message', (answer: { bytes: Uint8Array<ArrayBuffer> } | { error: Error }) =>
      done(() => ('bytes' in answer ? resolve(answer.bytes) : reject(answer.error))),
    )
    at.once('error', (error: Error) => done(() => failed(error, reject)))
    at.once('exit', () => done(() => failed(new Error('the thread that writes reports ended'), reject)))
    at.postMessage({ report, format })
  })
}

/** A thread that is gone is made anew for the next report. */
function failed(error: Error, reject: (error: Error) => void): void {
  thread = undefined
  reject(error)
}
