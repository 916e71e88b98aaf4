import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first day a zip can hold; without a zone, so that it is the same everywhere. */
const NO_DAY = '1980-01-01T00:00:00'

/**
 * An office file without the moment it was written and without a count of those written before it, also in the workbooks inside it:
 * the same content gives the same bytes.
 */
export function settled(file: Uint8Array, chart: (xml: string) => string = (xml) => xml): Uint8Array {
  const parts = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'))
  const number = renumbering(parts.map(([name]) => name))
  const names = new Set(parts.map(([name]) => number(name)))
  const entries = parts.map(([name, bytes]) => [
    number(name),
    settledPart(name, bytes, { number, parts: names, chart }),
  ])

  return zipSync(Object.fromEntries(entries), { mtime: NO_DAY, level: 6 })
}

type Renumber = (text: string) => string

/** pptxgenjs numbers the charts of a process, not those of a file. */
function renumbering(names: readonly string[]): Renumber {
  const numbers = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number)
  const inOrder = numbers.sort((a, b) => a - b)

  return (text) =>
    text.replace(/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)\./g, (_, before, number) => {
      return `${before}${inOrder.indexOf(Number(number)) + 1}.`
    })
}

interface Settling {
  number: Renumber
  /** The names of all parts, as they are now. */
  parts: ReadonlySet<string>
  chart: (xml: string) => string
}

function settledPart(name: string, bytes: Uint8Array, { number, parts, chart }: Settling): Uint8Array {
  if (name.endsWith('.xlsx')) return settled(bytes)
  if (name.endsWith('.rels')) return strToU8(number(strFromU8(bytes)))
  if (name === '[Content_Types].xml') return strToU8(typesOf(parts, number(strFromU8(bytes))))
  // Neither when it was written nor, where a company or an author is named, with what.
  if (name.startsWith('docProps/'))
    return without(bytes, /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>|PptxGenJS/g)
  // What is not there is left out of chart data, rather than standing there as a number without digits.
  if (name.startsWith('ppt/charts/chart'))
    return strToU8(chart(strFromU8(without(bytes, /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g))))

  // pptxgenjs ends the range of a workbook's table with an apostrophe; Keynote then leaves out the whole chart (its issue 1531).
  if (name.startsWith('xl/tables/')) return without(bytes, /(?<=ref="[A-Z]+\d+:[A-Z]+\d+)'/g)

  return name.startsWith('xl/worksheets/') ? without(bytes, /<c r="[A-Z]+\d+"><v><\/v><\/c>/g) : bytes
}

/** pptxgenjs lists a master for every slide and writes one; programs that look for the others offer to repair the file (its issue 1444). */
function typesOf(parts: ReadonlySet<string>, list: string): string {
  return list.replace(/<Override [^>]*PartName="\/([^"]+)"[^>]*\/>/g, (line, name) => (parts.has(name) ? line : ''))
}

function without(bytes: Uint8Array, pattern: RegExp): Uint8Array {
  return strToU8(strFromU8(bytes).replace(pattern, ''))
}
