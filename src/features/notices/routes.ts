import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, remarkOnly, versionForm } from '../../platform/web/forms.ts'
import { endNotice, publishNotice, saveNotice } from './actions.ts'
import { noticeForm } from './forms.ts'
import { heardRoutes, unindexed } from './heard_routes.ts'
import { makeLink, revokeLink } from './link_actions.ts'
import { noticePage, publicNoticePage, readNoticePage } from './pages.ts'

const tellStaff = { config: { door: 'tell_staff' } }

export function noticeRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  app.get('/notice', { config: { door: 'signed_in' } }, ({ ctx }, reply) => reply.page(readNoticePage(ctx)))
  app.get<{ Params: { token: string } }>('/staff/:token', { config: { door: 'anyone' } }, ({ ctx, params }, reply) =>
    unindexed(reply).page(publicNoticePage(ctx, params.token)),
  )
  app.get('/notices', tellStaff, ({ ctx }, reply) => reply.page(noticePage(ctx)))
  app.post('/notices', tellStaff, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => noticePage(ctx, form),
      act: () => {
        const { version, words } = readForm(noticeForm, body)
        saveNotice(ctx, version, words)
        return '/notices'
      },
    }),
  )
  app.post('/notices/publication', tellStaff, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => noticePage(ctx, remarkOnly(form)),
      act: () => {
        publishNotice(ctx, readForm(versionForm, body).version)
        return '/notices'
      },
    }),
  )
  app.post('/notices/end', tellStaff, ({ ctx }, reply) => {
    endNotice(ctx)

    return reply.redirect('/notices', 303)
  })
  linkRoutes(app, baseUrl)
  heardRoutes(app, { baseUrl })
}

function linkRoutes(app: FastifyInstance, baseUrl: string): void {
  app.post('/notices/links', tellStaff, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => noticePage(ctx, remarkOnly(form)),
      act: () => noticePage(ctx, undefined, { address: `${baseUrl}/staff/${makeLink(ctx, null)}` }),
    }),
  )
  app.post<{ Params: { link: string } }>('/notices/links/:link/end', tellStaff, ({ ctx, params }, reply) => {
    revokeLink(ctx, params.link, null)

    return reply.redirect('/notices', 303)
  })
}
