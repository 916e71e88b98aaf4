/** PDF by Typst, in-process: A4, tagged to PDF/UA-1, fonts embedded, charts as vectors, the same bytes for the same report. */
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles, lettersOf, showable } from './letters_shown.ts'
import { pdfContent } from './pdf_content.ts'
import type { Report } from './report.ts'

const TEMPLATE = readFileSync(new URL('report.typ', import.meta.url), 'utf8')

let press: { compiler: NodeCompiler; known: ReadonlySet<number> } | undefined

export function reportPdf(report: Report): Uint8Array {
  press ??= openPress()
  const { compiler, known } = press
  const content = JSON.stringify(pdfContent(report), (_, value) =>
    typeof value === 'string' ? showable(value, known) : value,
  )
  const { result, ...compiled } = compile(compiler, content)
  if (!result) throw new Error(`the report could not be set: ${compiled.said}`)
  try {
    return compiler.pdf(result, { pdfStandard: 'ua-1' })
  } finally {
    // Typst remembers every page it ever set, for all compilers together.
    compiler.evictCache(0)
  }
}

function openPress() {
  const fonts = fontFiles()

  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }), known: lettersOf(fonts) }
}

/** STACK.md: pdf() alone throws with an empty message, so the diagnostics of compile() are read. */
function compile(compiler: NodeCompiler, report: string) {
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { report }, resetRead: true })
  const error = compiled.hasError() ? compiled.takeError() : null

  return { result: compiled.result, said: error ? JSON.stringify(error.shortDiagnostics) : '' }
}
