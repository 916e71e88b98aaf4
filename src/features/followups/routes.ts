import type { FastifyInstance } from 'fastify'
import { answerForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { pageAsked } from '../../platform/web/paging.ts'
import { addNote, changeFollowup, dropFollowup, finishFollowup, raiseFollowup, reopenFollowup } from './actions.ts'
import { changePage, completionPage, droppingPage, raisePage, retestPage } from './form_pages.ts'
import { completionForm, droppingForm, noteForm, readBoard, readDetails, readOrigin, retestForm } from './forms.ts'
import { followupPage } from './one_pages.ts'
import { boardPage } from './pages.ts'
import { askForRetest, withdrawRetest } from './retest_actions.ts'

type One = { Params: { id: string } }

const raiseFollowups = { config: { door: 'raise_followups' } }
const seeFollowups = { config: { door: 'see_followups' } }

export function followupRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { by?: string; page?: string } }>('/followups', seeFollowups, ({ ctx, query }, reply) =>
    reply.page(boardPage(ctx, readBoard(query.by), pageAsked(query.page))),
  )
  app.get('/followups/new', raiseFollowups, ({ ctx, query }, reply) => reply.page(raisePage(ctx, readOrigin(query))))
  app.post('/followups', raiseFollowups, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => raisePage(ctx, readOrigin(body), form),
      act: () => `/followups/${raiseFollowup(ctx, readDetails(body), readOrigin(body))}`,
    }),
  )
  app.get<One>('/followups/:id', seeFollowups, ({ ctx, params }, reply) => reply.page(followupPage(ctx, params.id)))
  changeRoutes(app)
  ownerRoutes(app)
  retestRoutes(app)
}

/** What leads do: change it, drop it, open it again. */
function changeRoutes(app: FastifyInstance): void {
  app.get<One>('/followups/:id/change', raiseFollowups, ({ ctx, params }, reply) =>
    reply.page(changePage(ctx, params.id)),
  )
  app.post<One>('/followups/:id', raiseFollowups, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => changePage(ctx, id, form),
      act: () => {
        changeFollowup(ctx, id, readForm(versionForm, body).version, readDetails(body))
        return `/followups/${id}`
      },
    }),
  )
  app.get<One>('/followups/:id/dropping', raiseFollowups, ({ ctx, params }, reply) =>
    reply.page(droppingPage(ctx, params.id)),
  )
  app.post<One>('/followups/:id/dropping', raiseFollowups, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => droppingPage(ctx, id, form),
      act: () => {
        const { version, reason, settled } = readForm(droppingForm, body)
        dropFollowup(ctx, id, version, reason, settled)
        return `/followups/${id}`
      },
    }),
  )
  app.post<One>('/followups/:id/reopening', raiseFollowups, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => followupPage(ctx, id, form),
      act: () => {
        reopenFollowup(ctx, id, readForm(versionForm, body).version)
        return `/followups/${id}`
      },
    }),
  )
}

/** What its owner does; notes are for everybody it concerns. */
function ownerRoutes(app: FastifyInstance): void {
  app.get<One>('/followups/:id/completion', seeFollowups, ({ ctx, params }, reply) =>
    reply.page(completionPage(ctx, params.id)),
  )
  app.post<One>('/followups/:id/completion', seeFollowups, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => completionPage(ctx, id, form),
      act: () => {
        const { version, settled, ...said } = readForm(completionForm, body)
        const meaning = {
          forCustomers: said.for_customers,
          forCompany: said.for_company,
          forColleagues: said.for_colleagues,
        }
        finishFollowup(ctx, id, version, meaning, settled)
        return `/followups/${id}`
      },
    }),
  )
  app.post<One>('/followups/:id/notes', seeFollowups, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => followupPage(ctx, id, form),
      act: () => {
        const { words, settled } = readForm(noteForm, body)
        addNote(ctx, id, words, settled)
        return `/followups/${id}#notes`
      },
    }),
  )
}

function retestRoutes(app: FastifyInstance): void {
  app.get<One>('/followups/:id/retest', raiseFollowups, ({ ctx, params }, reply) =>
    reply.page(retestPage(ctx, params.id)),
  )
  app.post<One>('/followups/:id/retest', raiseFollowups, ({ ctx, body, params: { id } }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => retestPage(ctx, id, form),
      act: () => {
        const { touchpoint: touchpointId, from: fromDay, ...rest } = readForm(retestForm, body)
        askForRetest(ctx, id, { ...rest, touchpointId, fromDay })
        return `/followups/${id}#retests`
      },
    }),
  )
  app.post<One & { Params: { retest: string } }>(
    '/followups/:id/retests/:retest/withdrawal',
    raiseFollowups,
    ({ ctx, params }, reply) => {
      withdrawRetest(ctx, params.id, params.retest)

      return reply.redirect(`/followups/${params.id}#retests`, 303)
    },
  )
}
