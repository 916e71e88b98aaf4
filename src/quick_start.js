/**
 * Loaded before the program (`node --import`), for speed and memory alone: it starts in half the time and does the same without.
 * For each of drizzle-orm's hundred modules Node reads its package.json anew, 170 KB of exports; what they resolve to is known. So it is
 * for our own, which name each other by their files.
 * The one file of JavaScript: of TypeScript Node would load its compiler, 15 MB, before it knows where all else is kept compiled.
 */
import { enableCompileCache, registerHooks } from 'node:module'

enableCompileCache(new URL('../node_modules/.cache/plainclothes/code', import.meta.url).pathname)

const OURS = new URL('.', import.meta.url).href
/** @type {Map<string, import('node:module').ResolveFnOutput>} */
const known = new Map()

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL ?? ''
    if (specifier.startsWith('.')) {
      const format = formatOf(specifier, from)

      return format ? { url: new URL(specifier, from).href, format, shortCircuit: true } : next(specifier, context)
    }
    if (!specifier.startsWith('drizzle-orm')) return next(specifier, context)
    const found = known.get(specifier) ?? next(specifier, context)
    known.set(specifier, found)

    return { ...found, shortCircuit: true }
  },
})

/**
 * Of a file beside the one that imports it; undefined where Node has to find out.
 * @param {string} specifier
 * @param {string} from
 */
function formatOf(specifier, from) {
  if (from.includes('/node_modules/drizzle-orm/')) return 'module'
  if (from.startsWith(OURS) && specifier.endsWith('.ts')) return 'module-typescript'
}
