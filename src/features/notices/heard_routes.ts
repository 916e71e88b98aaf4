import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../../lib/problem.ts'
import { answerForm, readForm, remarkOnly, versionForm } from '../../platform/web/forms.ts'
import { allowance } from '../../platform/web/limits.ts'
import { beginForm, readHeard, replyForm } from './forms.ts'
import {
  beginHeard,
  endHeardLink,
  publishHeard,
  readReply,
  replyToHeard,
  saveHeard,
  shareHeard,
} from './heard_actions.ts'
import { heardListPage, heardPage } from './heard_pages.ts'
import { ownSheetPage, previewPage, publicHeardPage } from './heard_sheet_pages.ts'

type One = { Params: { id: string } }
type Token = { Params: { token: string } }

const tellStaff = { config: { door: 'tell_staff' } }
const owners = { config: { door: 'read_own_touchpoints' } }
const anyone = { config: { door: 'anyone' } }

export function heardRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  app.get('/heard', tellStaff, ({ ctx }, reply) => reply.page(heardListPage(ctx)))
  app.post('/heard', tellStaff, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => heardListPage(ctx, form),
      act: () => {
        const { touchpoint, quarter } = readForm(beginForm, body)
        return `/heard/${beginHeard(ctx, touchpoint, quarter)}`
      },
    }),
  )
  app.get<One>('/heard/:id', tellStaff, ({ ctx, params }, reply) => reply.page(heardPage(ctx, params.id)))
  app.get<One>('/heard/:id/preview', tellStaff, ({ ctx, params }, reply) => reply.page(previewPage(ctx, params.id)))
  app.get<One>('/heard/:id/sheet', owners, ({ ctx, params }, reply) => reply.page(ownSheetPage(ctx, params.id)))
  app.post<One>('/heard/:id', tellStaff, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => heardPage(ctx, id, form),
      act: () => {
        const { version, ...details } = readHeard(body)
        saveHeard(ctx, id, version, details)
        return `/heard/${id}`
      },
    }),
  )
  publishingRoutes(app, baseUrl)
  publicRoutes(app)
}

function publishingRoutes(app: FastifyInstance, baseUrl: string): void {
  for (const [noun, publishes] of [
    ['publication', true],
    ['withdrawal', false],
  ] as const)
    app.post<One>(`/heard/:id/${noun}`, tellStaff, ({ ctx, body, params: { id } }, reply) =>
      answerForm(reply, {
        body,
        show: (form) => heardPage(ctx, id, remarkOnly(form)),
        act: () => {
          publishHeard(ctx, id, readForm(versionForm, body).version, publishes)
          return `/heard/${id}#sharing`
        },
      }),
    )
  app.post<One>('/heard/:id/links', tellStaff, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => heardPage(ctx, id, remarkOnly(form)),
      act: () => heardPage(ctx, id, undefined, { address: `${baseUrl}/h/${shareHeard(ctx, id)}` }),
    }),
  )
  app.post<One & { Params: { link: string } }>('/heard/:id/links/:link/end', tellStaff, ({ ctx, params }, reply) => {
    endHeardLink(ctx, params.id, params.link)

    return reply.redirect(`/heard/${params.id}#sharing`, 303)
  })
  app.post<One & { Params: { reply: string } }>('/heard/:id/replies/:reply/reading', tellStaff, (request, reply) => {
    readReply(request.ctx, request.params.id, request.params.reply)

    return reply.redirect(`/heard/${request.params.id}#replies`, 303)
  })
}

/** For people, not for search engines; never kept on the way. */
export function unindexed(reply: FastifyReply): FastifyReply {
  return reply.header('x-robots-tag', 'noindex, nofollow, noarchive').header('cache-control', 'no-store')
}

/** So many answers in a quarter of an hour, counted by page and not by sender: nothing of a sender is looked at. */
const MOST_ANSWERS = 20

function publicRoutes(app: FastifyInstance): void {
  const isAllowed = allowance(MOST_ANSWERS, 15)
  app.get<Token & { Querystring: { thanks?: string } }>('/h/:token', anyone, ({ ctx, params, query }, reply) =>
    unindexed(reply).page(publicHeardPage(ctx, params.token, { thanks: query.thanks === 'yes' })),
  )
  app.post<Token>('/h/:token/replies', anyone, ({ ctx, body, params: { token } }, reply) =>
    answerForm(unindexed(reply), {
      body,
      show: (form) => publicHeardPage(ctx, token, { form }),
      act: () => {
        const page = publicHeardPage(ctx, token)
        if (!isAllowed(String(page.action), ctx.now))
          throw new Problem('too_many', 'Many answers came in a short while. Try again in a quarter of an hour.')
        const { words, settled } = readForm(replyForm, body)
        replyToHeard(ctx, token, words, settled)
        return `/h/${token}?thanks=yes#reply`
      },
    }),
  )
}
