import type { FastifyInstance } from 'fastify'
import { wantsJson } from '../../platform/web/accept.ts'
import { answerForm, emptyForm, readForm, versionForm } from '../../platform/web/forms.ts'
import { pageAsked } from '../../platform/web/paging.ts'
import { handInTogether } from './actions.ts'
import { contactsPage } from './contacts_pages.ts'
import { saveDraft } from './draft_actions.ts'
import { additionPage, correctionPage, draftPage, reflectionFormPage } from './form_pages.ts'
import { additionForm, draftOf, pageSent, readAnswers, whichOf } from './forms.ts'
import { reflectionPage, thanksPage } from './pages.ts'
import { readReflection } from './reading_actions.ts'
import { readingsPage } from './reading_pages.ts'
import { releaseRoutes } from './release_routes.ts'
import { readRetests } from './retest_forms.ts'
import { addToReflection, reviseReflection } from './revision_actions.ts'
import { decidedWords } from './wording_forms.ts'
import { addingPage, correctingPage, handingInPage } from './wording_pages.ts'

type One = { Params: { id: string } }

const makeContacts = { config: { door: 'make_contacts' } }
const seeAssignments = { config: { door: 'see_assignments' } }
const readReflections = { config: { door: 'read_reflections' } }

export function reflectionRoutes(app: FastifyInstance): void {
  app.get<One>('/assignments/:id/reflection', makeContacts, (request, reply) => {
    const page = reflectionFormPage(request.ctx, request.params.id)

    if (page.handedInAs) return reply.redirect(`/reflections/${page.handedInAs}`, 303)

    return page.waits || page.hasWords ? reply.page(page) : reply.redirect(`/assignments/${request.params.id}`, 303)
  })
  handingInRoute(app)
  draftRoutes(app)
  app.get('/contacts', makeContacts, (request, reply) => reply.page(contactsPage(request.ctx)))
  app.get<One>('/reflections/:id/thanks', makeContacts, (request, reply) =>
    reply.page(thanksPage(request.ctx, request.params.id)),
  )
  app.get<One>('/reflections/:id', seeAssignments, (request, reply) =>
    reply.page(reflectionPage(request.ctx, request.params.id)),
  )
  correctionRoutes(app)
  releaseRoutes(app)
  readingRoutes(app)
}

/** Words that may name somebody are shown once more before anything is handed in. */
function handingInRoute(app: FastifyInstance): void {
  app.post<One>('/assignments/:id/reflection', makeContacts, ({ ctx, body, params: { id } }, reply) => {
    const { typed, settled, goesBack } = decidedWords(body)
    if (goesBack) return reply.page(reflectionFormPage(ctx, id, emptyForm(typed)))

    return answerForm(reply, {
      body: typed,
      show: (form) => handingInPage(ctx, id, { form, settled }),
      act: () => {
        const { given, asked, particulars, own } = readAnswers(typed)
        const words = {
          ...{ settled, particulars, own },
          retests: readRetests(typed),
          typed: draftOf(typed),
          ...pageSent(typed),
        }
        return handInTogether(ctx, id, given, asked, words).then((handedIn) => `/reflections/${handedIn}/thanks`)
      },
    })
  })
}

/** Saved by the page as it is typed (JSON) or by its button; a page that was overtaken reads what is saved now. */
function draftRoutes(app: FastifyInstance): void {
  app.get<One>('/assignments/:id/draft', makeContacts, ({ ctx, params }) => draftPage(ctx, params.id))
  app.post<One>('/assignments/:id/draft', makeContacts, (request, reply) => {
    const { ctx, body, params } = request
    const save = () => saveDraft(ctx, params.id, draftOf(body), pageSent(body).page)
    if (wantsJson(request)) return reply.send({ version: save() })

    return answerForm(reply, {
      body,
      show: (form) => reflectionFormPage(ctx, params.id, form),
      act: () => {
        save()
        return '/today'
      },
    })
  })
}

function correctionRoutes(app: FastifyInstance): void {
  app.get<One>('/reflections/:id/correction', makeContacts, (request, reply) =>
    reply.page(correctionPage(request.ctx, request.params.id)),
  )
  app.post<One>('/reflections/:id/correction', makeContacts, ({ ctx, body, params: { id } }, reply) => {
    const { typed, settled, goesBack } = decidedWords(body)
    if (goesBack) return reply.page(correctionPage(ctx, id, emptyForm(typed)))

    return answerForm(reply, {
      body: typed,
      show: (form) => correctingPage(ctx, id, { form, settled }),
      act: () => {
        const { given, particulars, own } = readAnswers(typed)
        reviseReflection(ctx, id, readForm(versionForm, typed).version, given, { settled, particulars, own })
        return `/reflections/${id}`
      },
    })
  })
  app.get<One>('/reflections/:id/addition', makeContacts, (request, reply) =>
    reply.page(additionPage(request.ctx, request.params.id)),
  )
  app.post<One>('/reflections/:id/addition', makeContacts, ({ ctx, body, params: { id } }, reply) => {
    const { typed, settled, goesBack } = decidedWords(body)
    if (goesBack) return reply.page(additionPage(ctx, id, emptyForm(typed)))

    return answerForm(reply, {
      body: typed,
      show: (form) => addingPage(ctx, id, { form, settled }),
      act: () => {
        addToReflection(ctx, id, readForm(additionForm, typed).words, { settled })
        return `/reflections/${id}`
      },
    })
  })
}

/** For leads. Reading is said, not guessed: opening a page changes nothing. */
function readingRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { which?: string; page?: string } }>('/reflections', readReflections, (request, reply) =>
    reply.page(readingsPage(request.ctx, whichOf(request.query.which), pageAsked(request.query.page))),
  )
  app.post<One>('/reflections/:id/reading', readReflections, ({ ctx, params }, reply) => {
    const next = readReflection(ctx, params.id)

    return reply.redirect(next ? `/reflections/${next}` : '/reflections', 303)
  })
}
