import type { LightMyRequestResponse } from 'fastify'
import { encode, type House } from './house.ts'

/** Somebody's browser: it keeps cookies, as theirs does, and belongs to nobody until it signs in. */
export interface Visitor {
  cookies: Map<string, string>
  get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  post: (url: string, form?: Record<string, string | string[]>) => Promise<LightMyRequestResponse>
}

export function openVisitor(house: House, userAgent = 'Mozilla/5.0 (Linux; Android 16) Firefox/150.0'): Visitor {
  const cookies = new Map<string, string>()
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (value === '' || maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)

    return answer
  }
  const sent = () => ({ cookies: Object.fromEntries(cookies) })

  return {
    cookies,
    get: async (url, headers = {}) =>
      keep(await house.app.inject({ url, ...sent(), headers: { 'user-agent': userAgent, ...headers } })),
    post: async (url, form = {}) =>
      keep(
        await house.app.inject({
          ...{ method: 'POST', url, ...sent(), payload: encode(form) },
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            'user-agent': userAgent,
          },
        }),
      ),
  }
}
