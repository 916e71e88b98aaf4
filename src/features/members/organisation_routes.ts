import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { changeSettings } from './organisation_actions.ts'
import { settingsForm } from './organisation_forms.ts'
import { settingsPage } from './organisation_pages.ts'

const editSettings = { config: { door: 'edit_settings' } }

export function organisationRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { saved?: string } }>('/settings', editSettings, ({ ctx, query }, reply) =>
    reply.page(settingsPage(ctx, { saved: query.saved === 'yes' })),
  )
  app.post('/settings', editSettings, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => settingsPage(ctx, { form }),
      act: () => {
        changeSettings(ctx, readForm(versionForm, body).version, readForm(settingsForm, body))

        return '/settings?saved=yes'
      },
    }),
  )
}
