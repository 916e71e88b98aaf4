import { Eta } from 'eta'

const VIEWS = new URL('../../../views', import.meta.url).pathname
const settings = { views: VIEWS, cache: true, useWith: false, varName: 'it' } as const
const html = new Eta({ ...settings, autoEscape: true })
/** Subject and text are read as they are: nothing in them is markup. */
const plain = new Eta({ ...settings, autoEscape: false })

/** A letter's three templates: NAME.subject.eta, NAME.text.eta and NAME.html.eta. */
export function renderLetter(
  name: string,
  words: Record<string, unknown>,
): { subject: string; text: string; html: string } {
  return {
    subject: plain.render(`./${name}.subject.eta`, words).replace(/\s+/g, ' ').trim(),
    text: `${plain.render(`./${name}.text.eta`, words).trim()}\n`,
    html: html.render(`./${name}.html.eta`, words).trim(),
  }
}
