import { join } from 'node:path'
import { ROOT } from './sources.ts'

/** A module as browsers get it, for rules that run on the device: they know no page, so they run here too. */
export async function browserModule<T>(name: string): Promise<T> {
  return (await import(/* @vite-ignore */ join(ROOT, 'views/assets/js', name))) as T
}
