import { Eta } from 'eta'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Asset } from './assets.ts'
import { NOBODY } from './session.ts'

/** What a page shows: pages.ts decides every word, number and permission; the template only lays them out. */
export interface View {
  template: string
  title: string
  /** Leaders’ pages and forms are narrow. */
  width?: 'narrow' | 'wide'
  /** A leader's way on a phone, which carries only the styles it needs (assets.ts). */
  sheet?: 'phone.css'
  /** Modules beside the ones every page has. */
  scripts?: readonly string[]
  /** Pages this one leads to, for a device to keep. */
  keep?: readonly string[]
  /** The assignment whose words have arrived: a device keeps nothing of it any more. */
  handedIn?: string
  /** A home that shows itself what its member answers for (layouts/_yours.eta); else it stands at the foot. */
  yoursOnTop?: boolean
  /** For anybody with its link: nothing around it but the page itself, and no search engine keeps it. */
  isPublic?: boolean
  /** The navigation entry that is bold. */
  at?: string
  [word: string]: unknown
}

export interface NavItem {
  href: string
  label: string
}

/** What every page shows around its content. */
export interface Frame {
  organisation: string
  locale: string
  nav: NavItem[]
  /** What the member answers for, on their home; no list is empty. */
  yours: { id: string; heading: string; items: (NavItem & { stands: string })[] }[]
  /** What a lead has still to do before the first round, on the pages that is done on. */
  start: string | null
  standingNote: string
}

declare module 'fastify' {
  interface FastifyReply {
    page(view: View, status?: number): FastifyReply
    /** The same page as text, for whoever keeps it. */
    pageText(view: View): string
  }
}

/** What keeps words and pages on the device. */
const ON_EVERY_PAGE = ['device.js', 'outbox.js', 'kept.js']

const VIEWS = new URL('../../../views', import.meta.url).pathname

export function makeEta(): Eta {
  return new Views({ views: VIEWS, cache: true, autoEscape: true, useWith: false, varName: 'it', rmWhitespace: false })
}

class Views extends Eta {
  readonly #drawn = new Map<string, WeakMap<object, string>>()

  constructor(config: ConstructorParameters<typeof Eta>[0]) {
    super(config)
    const [find, paths] = [this.resolvePath, new Map<string, string>()]
    // Eta looks for a template each time it is included, which takes longer than drawing most of them.
    this.resolvePath = (template, options) => {
      const key = `${template} ${options?.filepath}`
      const found = paths.get(key) ?? find.call(this, template, options)
      paths.set(key, found)

      return found
    }
  }

  /** A template of one thing that never changes: drawn once for the very same, wherever it stands. */
  drawnOnce(template: string, of: object): string {
    const drawn = this.#drawn.get(template) ?? new WeakMap<object, string>()
    this.#drawn.set(template, drawn)
    const found = drawn.get(of)
    if (found !== undefined) return found
    const text = inOnePiece(this.render(template, of))
    drawn.set(of, text)

    return text
  }
}

/** What eta puts together piece by piece stays a tree of pieces until a character of it is asked for, and is walked for every page it stands in. */
function inOnePiece(text: string): string {
  return text.charAt(0) === '' ? '' : text
}

/** Adds reply.page(view), the template inside the layout as HTML, and reply.pageText(view), the same unsent. */
export function renderPages(
  app: FastifyInstance,
  assets: Map<string, Asset>,
  frameOf: (request: FastifyRequest) => Frame,
): void {
  const eta = makeEta()
  const asset = (name: string): string => {
    const found = assets.get(name)
    if (!found) throw new Error(`there is no asset ${name}`)

    return found.url
  }
  app.decorateReply('pageText', function pageText(this: FastifyReply, view: View) {
    // Whoever is refused before their session is read (another site's post) is nobody.
    const actor = this.request.actor ?? NOBODY
    const frame = { ...frameOf(this.request), actor, path: this.request.url.split('?')[0], asset }
    const body = eta.render(`./${view.template}`, { ...view, frame })
    const scripts = new Set([...(view.isPublic ? [] : ON_EVERY_PAGE), ...(view.scripts ?? [])])

    return eta.render('./layouts/page', { view, frame, body, scripts })
  })
  app.decorateReply('page', function page(this: FastifyReply, view: View, status = 200) {
    return this.status(status).type('text/html; charset=utf-8').send(this.pageText(view))
  })
}
