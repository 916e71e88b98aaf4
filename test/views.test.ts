import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeEta } from '../src/platform/web/render.ts'
import { ROOT, readSources } from './support/sources.ts'

const templates = readSources('views/**/*.eta')
const pages = readSources('src/features/**/*.ts', 'src/platform/web/*.ts', 'src/app.ts')

/** Every place in the templates where a pattern stands, as path:line. */
function placesOf(pattern: RegExp): string[] {
  return templates.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  )
}

describe('every template', () => {
  it.each(templates.map(({ path, text }) => [path, text]))('%s compiles', (_, text) => {
    expect(() => makeEta().compile(text ?? '')).not.toThrow()
  })

  it('includes only what exists', () => {
    const included = templates.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:include|drawnOnce)\('([^']+)'/g)].map(([, name]) => ({
        path,
        at: fileOf(path, name ?? ''),
      })),
    )
    expect(included.filter(({ at }) => !existsSync(ROOT + at))).toEqual([])
    expect(placesOf(/(?:include|drawnOnce)\((?!')/), 'names what it includes').toEqual([])
  })

  it('is shown by somebody', () => {
    const named = new Set(pages.flatMap(({ code }) => [...code.matchAll(/'([a-z_]+\/\w+)'/g)].map(([, name]) => name)))
    const included = new Set(
      templates.flatMap(({ path, text }) =>
        [...text.matchAll(/(?:include|drawnOnce)\('([^']+)'/g)].map(([, name]) => fileOf(path, name ?? '')),
      ),
    )
    const unused = templates.filter(
      ({ path }) => !included.has(path) && !named.has(path.slice(6, -4).replace(/\.(?:subject|text|html)$/, '')),
    )
    expect(unused.map(({ path }) => path).filter((path) => path !== 'views/layouts/page.eta')).toEqual([])
  })

  it('carries no script, style or behaviour of its own', () => {
    expect(placesOf(/<style|\son[a-z]+=|javascript:|<script(?![^>]* src=)/i)).toEqual([])
    const styled = placesOf(/\sstyle=/i)
    expect(
      styled.filter((place) => !place.includes('.html.eta:')),
      'mail programs read no stylesheet; pages do',
    ).toEqual([])
  })

  it('escapes what it shows, except other templates and our own pictures', () => {
    const raw = /<%~(?!\s*(?:include\(|this\.drawnOnce\(|it\.body\b|[\w.]*(?:[cC]hart|[sS]vg|[pP]icture)\b))/
    expect(placesOf(raw)).toEqual([])
  })

  it('lets Enter do what a form is for: browsers press its first button', () => {
    const forms = templates.flatMap(({ path, text }) =>
      [...text.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => ({ path, first: /<button[^>]*>/.exec(form)?.[0] })),
    )
    expect(forms.length).toBeGreaterThan(50)
    expect(forms.filter(({ first }) => first?.includes('formaction'))).toEqual([])
  })

  it('leaves nothing unseen between a heading and its first question: that takes the air between them', () => {
    const between = templates.filter(({ text }) => /<\/h2>\s*<input type="hidden"/.test(text))
    expect(between.map(({ path }) => path)).toEqual([])
  })

  it('only shows: nothing is worked out, looked up or decided in it', () => {
    const works =
      /\b(?:Temporal|Intl|Date|Math|JSON|Number|parseInt|process|fetch|require|await|import)\b[.(]|\.(?:reduce|sort|toSorted|toFixed|toLocaleString|filter\((?!Boolean))\b/
    expect(placesOf(works)).toEqual([])
  })
})

describe('the stylesheets', () => {
  it('dress only what some page wears', () => {
    const selectors = readSources('views/assets/css/*.css').flatMap(({ code }) => code.match(/[^{};]+(?=\{)/g) ?? [])
    const dressed = new Set(selectors.flatMap((selector) => selector.match(/(?<=\.)[a-z][\w-]*/gi) ?? []))
    const worn = listWorn()
    expect([...dressed].filter((name) => !worn.has(name))).toEqual([])
  })
})

/** Words of class attributes, and words of their own that code may put into one; pictures put the name of an ink together. */
function listWorn(): Set<string> {
  const markup = [...templates, ...readSources('src/charts/*.ts', 'views/assets/js/*.js')]
  const attributes = markup.flatMap(({ code }) => code.match(/\bclass(?:Name = '[^']*'|="(?:<%.*?%>|[^"<])*")/g) ?? [])
  const own = [...markup, ...pages].flatMap(({ code }) => code.match(/'[a-z]\w*'/g) ?? [])
  const words = [...attributes, ...own].flatMap((some) => some.match(/[a-z][\w-]*/gi) ?? [])

  return new Set(words.flatMap((word) => [word, `fill-${word}`, `stroke-${word}`]))
}

/** From the name an include uses to the file: /shared/_field or ./_days. */
function fileOf(from: string, name: string): string {
  const folder = name.startsWith('/') ? 'views' : from.slice(0, from.lastIndexOf('/'))

  return `${folder}/${name.replace(/^\.?\//, '')}.eta`
}
