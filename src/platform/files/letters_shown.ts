import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * The typefaces that are embedded in PDF files, and which letters they have: Latin, Greek, Cyrillic and Devanagari, Arabic, Hebrew,
 * Armenian, Georgian, signs and emoji. What is in none of them is shown as ▯, for PDF/UA allows no letter without a shape.
 */
const require = createRequire(import.meta.url)

const FILES = [
  '@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf',
  '@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf',
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  '@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
]

const NO_SHAPE = '▯'

export function fontFiles(): Buffer[] {
  return FILES.map((file) => {
    const [scope = '', name = '', ...rest] = file.startsWith('@') ? file.split('/') : ['', ...file.split('/')]
    const folder = dirname(require.resolve([scope, name, 'package.json'].filter(Boolean).join('/')))

    return readFileSync(join(folder, ...rest))
  })
}

/** Every code point some typeface has a shape for. */
export function lettersOf(fonts: readonly Buffer[]): Set<number> {
  const known = new Set<number>()
  for (const font of fonts)
    for (const [from, to] of spansOf(font)) for (let code = from; code <= to; code++) known.add(code)

  return known
}

/** The spans of code points of a TrueType file. OpenType specification, "cmap": formats 4 and 12. */
function spansOf(font: Buffer): [number, number][] {
  const cmap = tableAt(font, 'cmap')
  const spans: [number, number][] = []
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i)
    const format = font.readUInt16BE(at)
    if (format === 12) spans.push(...groups(font, at))
    if (format === 4) spans.push(...segments(font, at))
  }

  return spans
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + 16 * i
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the typeface has no ${tag}`)
}

function groups(font: Buffer, at: number): [number, number][] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => [
    font.readUInt32BE(at + 16 + 12 * i),
    font.readUInt32BE(at + 20 + 12 * i),
  ])
}

function segments(font: Buffer, at: number): [number, number][] {
  const count = font.readUInt16BE(at + 6) / 2
  const all = Array.from({ length: count }, (_, i): [number, number] => [
    font.readUInt16BE(at + 16 + 2 * count + 2 * i),
    font.readUInt16BE(at + 14 + 2 * i),
  ])

  return all.filter(([from]) => from !== 0xffff)
}

/** The same words with ▯ for what has no shape, and with places to break where nothing else lets a line end. */
export function showable(text: string, known: ReadonlySet<number>): string {
  const shown = Array.from(text.replace(VARIATIONS, ''), (letter) => {
    const code = letter.codePointAt(0) ?? 0

    return letter === '\n' || known.has(code) ? letter : NO_SHAPE
  })

  return shown.join('').replace(UNBROKEN, (run) => run.replace(EIGHT, '$&\u200B'))
}

/** They choose between shapes of a letter; each letter has one shape here. */
const VARIATIONS = /[\uFE00-\uFE0F\u{E0000}-\u{E0FFF}]/gu
/** Longer than any word: a line could not end in it. */
const UNBROKEN = /[^\s\u200B-]{36,}/gu
const EIGHT = /.{8}(?!\p{M})/gu
