/** Packages of many modules that a start need not wait for: loaded at their first use, once. */
import { createRequire } from 'node:module'

/** What the package exports; the caller names its type. Throws where it is not installed. */
export function whenNeeded<Exports>(name: string): Exports {
  return require(name) as Exports
}

const require = createRequire(import.meta.url)
