/** Readers of what Plainclothes writes, by other means than it writes with. */
import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { type Element, elements, readXml, textIn } from './read_xml.ts'

export type Parts = Record<string, Element>

/** Every XML part of an office file, read strictly. */
export function readParts(file: Uint8Array): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, readXml(strFromU8(bytes))]),
  )
}

export interface ReadSheet {
  name: string
  rows: (string | number | null)[][]
  frozen: number
}

export function readXlsx(file: Uint8Array): ReadSheet[] {
  const parts = readParts(file)
  const strings = elements(part(parts, 'xl/sharedStrings.xml'), 'si').map(textIn)
  const names = elements(part(parts, 'xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes.name ?? '')

  return names.map((name, i) => {
    const sheet = part(parts, `xl/worksheets/sheet${i + 1}.xml`)
    const rows: ReadSheet['rows'] = []
    for (const cell of elements(sheet, 'c')) {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell.attributes.r ?? '') ?? []
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const line = rows[Number(row) - 1] ?? []
      rows[Number(row) - 1] = line
      const value = elements(cell, 'v')[0]
      if (value)
        line[column] = cell.attributes.t === 's' ? (strings[Number(textIn(value))] ?? null) : Number(textIn(value))
    }

    return {
      name,
      rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)),
      frozen: Number(elements(sheet, 'pane')[0]?.attributes.ySplit ?? 0),
    }
  })
}

export interface ReadSlide {
  texts: string[]
  notes: string
}

export function readSlides(file: Uint8Array): ReadSlide[] {
  const parts = readParts(file)
  const paragraphs = (root: Element) => elements(root, 'a:p').map((one) => elements(one, 'a:t').map(textIn).join(''))
  const count = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length

  return Array.from({ length: count }, (_, i) => ({
    texts: paragraphs(part(parts, `ppt/slides/slide${i + 1}.xml`)),
    notes: paragraphs(part(parts, `ppt/notesSlides/notesSlide${i + 1}.xml`)).join('\n'),
  }))
}

export interface ReadChart {
  series: { name: string; labels: string[]; values: (number | null)[] }[]
  /** The cells of the workbook behind it. */
  workbook: (string | number | null)[][]
}

export function readCharts(file: Uint8Array): ReadChart[] {
  const parts = readParts(file)
  const zipped = unzipSync(file)
  const count = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length

  return Array.from({ length: count }, (_, i) => {
    const series = elements(part(parts, `ppt/charts/chart${i + 1}.xml`), 'c:ser').map((one) => ({
      name: textIn(elements(elements(one, 'c:tx')[0] as Element, 'c:v')[0] as Element),
      labels: pointsOf(one, 'c:cat').map(String),
      values: pointsOf(one, 'c:val').map((value) => (value === null ? null : Number(value))),
    }))
    const workbook = readXlsx(zipped[`ppt/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`] as Uint8Array)

    return { series, workbook: workbook[0]?.rows ?? [] }
  })
}

function pointsOf(series: Element, name: string): (string | null)[] {
  const [axis] = elements(series, name)
  if (!axis) return []
  const points: (string | null)[] = Array.from(
    { length: Number(elements(axis, 'c:ptCount')[0]?.attributes.val) },
    () => null,
  )
  for (const point of elements(axis, 'c:pt')) points[Number(point.attributes.idx)] = textIn(point)

  return points
}

function part(parts: Parts, name: string): Element {
  const found = parts[name]
  if (!found) throw new Error(`there is no ${name}`)

  return found
}

export interface ReadPdf {
  pages: string[]
  info: Record<string, unknown>
  outline: string[]
  language: string
  /** Roles of the structure tree in order, with the alternative text of pictures. */
  roles: { role: string; alt: string }[]
}

interface Node {
  role?: string
  alt?: string
  lang?: string
  children?: Node[]
}

export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(Uint8Array.from(file))
  const pages: string[] = []
  const roles: ReadPdf['roles'] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    const walk = ({ role, alt, children = [] }: Node) => {
      if (role) roles.push({ role, alt: alt ?? '' })
      for (const child of children) walk(child)
    }
    walk((await page.getStructTree()) as Node)
  }
  const { info } = await pdf.getMetadata()
  const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title)
  const language = /\/Lang\s*\(([^)]*)\)/.exec(Buffer.from(file).toString('latin1'))?.[1] ?? ''

  return { pages, info: info as Record<string, unknown>, outline, language, roles }
}
