import type { FastifyInstance } from 'fastify'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { delayClosing, publishErratum } from './closing_actions.ts'
import { delayForm, erratumForm } from './closing_forms.ts'
import { closingPage, erratumChoices } from './closing_pages.ts'
import { textRoutes } from './texts_routes.ts'

const liveMonths = { config: { door: 'read_live_months' } }

export function closingRoutes(app: FastifyInstance): void {
  app.get('/months/closing', liveMonths, ({ ctx }, reply) => reply.page(closingPage(ctx)))
  app.post('/months/closing/delays', liveMonths, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => closingPage(ctx, form),
      act: () => {
        const { month, until, reason } = readForm(delayForm, body)
        delayClosing(ctx, month, until, reason)

        return '/months/closing#still-open'
      },
    }),
  )
  app.post('/months/closing/errata', liveMonths, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => closingPage(ctx, { ...form, typed: { words: '', ...form.typed } }),
      act: () => {
        const { spans, abouts, measures } = erratumChoices(ctx)
        const values = (choices: readonly { value: string }[]) => choices.map(({ value }) => value)
        const form = erratumForm(values(spans), values(abouts), values(measures))
        const { span, about, measure, words } = readForm(form, body)
        const [breakdown = '', ...slice] = about.split(':')
        publishErratum(ctx, { span, breakdown, slice: slice.join(':'), measure, words })

        return '/months/closing#errata'
      },
    }),
  )
  textRoutes(app)
}
