import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { reflectionPage } from './pages.ts'
import { holdTexts, maskWords, releaseTexts } from './release_actions.ts'
import { holdForm, maskingForm } from './release_forms.ts'

type One = { Params: { id: string } }

const readReflections = { config: { door: 'read_reflections' } }

/** For leads: release, hold, mask. Each goes for the version that was read. */
export function releaseRoutes(app: FastifyInstance): void {
  app.post<One>('/reflections/:id/release', readReflections, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => reflectionPage(ctx, id, form),
      act: () => whereNext(releaseTexts(ctx, id, readForm(versionForm, body).version)),
    }),
  )
  app.post<One>('/reflections/:id/hold', readReflections, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => reflectionPage(ctx, id, form),
      act: () => {
        const { version, note } = readForm(holdForm, body)
        return whereNext(holdTexts(ctx, id, version, note))
      },
    }),
  )
  app.post<One>('/reflections/:id/masking', readReflections, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => reflectionPage(ctx, id, form),
      act: () => {
        const { version, found, words } = readForm(maskingForm, body)
        maskWords(ctx, id, version, [...found, words])
        return `/reflections/${id}#release`
      },
    }),
  )
}

function whereNext(next: string | undefined): string {
  return next ? `/reflections/${next}` : '/reflections?which=unreleased'
}
