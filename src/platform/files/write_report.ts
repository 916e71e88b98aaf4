import { type ChildProcess, fork } from 'node:child_process'
import { isIn } from '../../lib/written_out.ts'
import type { Report } from './report.ts'

export const FORMATS = ['pdf', 'xlsx', 'pptx', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

export function isFormat(format: string): format is Format {
  return isIn(FORMATS, format)
}

export interface WrittenReport {
  bytes: Uint8Array
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
 * The report in one of the formats; the same report gives the same bytes. Rejects where it cannot be written. It is written in a process
 * of its own, one after the other: requests go on meanwhile, the memory of one is enough and is given back, and the server outlives
 * whatever a library does. That process ends when nothing waits.
 */
export async function writeReport(report: Report, format: Format): Promise<WrittenReport> {
  waiting++
  const mine = last.then(() => inProcess(report, format))
  last = Promise.allSettled([mine]).then(rest)

  return { bytes: await mine, type: TYPES[format], extension: format }
}

let waiting = 0
let last: Promise<unknown> = Promise.resolve()
let writer: ChildProcess | undefined

function rest(): void {
  waiting--
  if (waiting > 0) return
  writer?.disconnect()
  writer = undefined
}

type Answer = { bytes: Uint8Array } | { trouble: string }

async function inProcess(report: Report, format: Format): Promise<Uint8Array> {
  writer ??= beginWriter()
  const answer = await answerOf(writer, { report, format })
  if ('trouble' in answer) throw new Error(answer.trouble)

  return answer.bytes
}

/** It knows no secret of ours: what people wrote passes through libraries that are not ours. */
function beginWriter(): ChildProcess {
  return fork(new URL('report_process.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=192'],
    env: { TZ: 'UTC' },
  })
}

/** What it answers, or that it has ended; then the next report gets a new one. */
function answerOf(child: ChildProcess, asked: object): Promise<Answer> {
  return new Promise((resolve) => {
    const done = (answer: Answer) => {
      child.off('message', done)
      child.off('error', ended)
      child.off('exit', ended)
      resolve(answer)
    }
    const ended = () => {
      writer = undefined
      done({ trouble: 'the process that writes reports has ended' })
    }
    child.on('message', done)
    child.on('error', ended)
    child.on('exit', ended)
    child.send(asked)
  })
}
