import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { isIn } from '../../lib/written_out.ts'

/** Who may enter a route: anyone, any signed-in member, or whoever has a capability. */
export type Door = 'anyone' | 'signed_in' | (string & {})

declare module 'fastify' {
  interface FastifyContextConfig {
    door?: Door
  }
}

export interface Doors<Capability extends string> {
  /** Those that exist, so that a misspelt door stops the start. */
  known: readonly Capability[]
  mayEnter: (actor: Actor, capability: Capability) => boolean
}

/** Every registered route with its door, for the test that walks them. */
export interface DooredRoute {
  method: string
  url: string
  door: Door
}

/** Doors are closed by default: a route that names none stops the start. */
export function closeDoors<Capability extends string>(
  app: FastifyInstance,
  { known, mayEnter }: Doors<Capability>,
): DooredRoute[] {
  const routes: DooredRoute[] = []
  app.addHook('onRoute', (route) => {
    const door = route.config?.door
    if (!door) throw new Error(`${String(route.method)} ${route.url} names no door`)
    if (door !== 'anyone' && door !== 'signed_in' && !isIn(known, door))
      throw new Error(`${route.url}: there is no capability «${door}»`)
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, door })
  })
  app.addHook('preHandler', async (request) => {
    const door = request.routeOptions.config.door ?? 'anyone'
    if (door === 'anyone' || request.is404) return
    if (request.actor.id === null) throw new SignedOut()
    if (door !== 'signed_in' && !(isIn(known, door) && mayEnter(request.actor, door)))
      throw new Problem('forbidden', 'This page is not for your role. Ask an admin if you need it.')
  })

  return routes
}

/** Not a refusal of the person but of the moment: errors.ts leads to sign-in, what was typed kept. */
export class SignedOut extends Problem {
  constructor() {
    super('forbidden', 'You are signed out. Sign in and go on where you were.')
  }
}
