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
  const content = pdfContent(report)
  let known = press.known
  for (let tries = 0; tries < 5; tries++) {
    const set = setIn(press.compiler, content, known)
    if (typeof set !== 'string') return set
    const missing = lettersMissing(set)
    if (missing.length === 0) throw new Error(`the report could not be set: ${set}`)
    known = known.difference(new Set(missing))
  }
  throw new Error('the report could not be set: letters without a shape')
}

/** The bytes, or what the compiler says against them. */
function setIn(compiler: NodeCompiler, content: object, known: ReadonlySet<number>): Uint8Array | string {
  const shown = JSON.stringify(content, (_, value) => (typeof value === 'string' ? showable(value, known) : value))
  try {
    const { result, said } = compile(compiler, shown)

    return result ? compiler.pdf(result, { pdfStandard: 'ua-1' }) : said
  } catch (error) {
    return String(error)
  } finally {
    // Typst remembers every page it ever set, for all compilers together.
    compiler.evictCache(0)
  }
}

/** A typeface may have two letters and no shape for both together: PDF/UA-1 refuses what could not be displayed, and says which. */
function lettersMissing(said: string): number[] {
  return [...said.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gs)].flatMap(([, text = '']) => {
    const plain = text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )

    return Array.from(plain, (letter) => letter.codePointAt(0) ?? 0)
  })
}

function openPress() {
  const fonts = fontFiles()

  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }), known: lettersOf(fonts) }
}

/** pdf() alone throws with an empty message, so the diagnostics of compile() are read. */
function compile(compiler: NodeCompiler, report: string) {
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs: { report }, resetRead: true })
  const error = compiled.hasError() ? compiled.takeError() : null

  return { result: compiled.result, said: error ? JSON.stringify(error.shortDiagnostics) : '' }
}
