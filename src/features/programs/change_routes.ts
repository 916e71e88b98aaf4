import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../context.ts'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { type Foreseen, foresee, makeChange } from './change_actions.ts'
import { decisionForm, readChange } from './change_forms.ts'
import { changeFormPage, changePreviewPage, changesPage, foreseeingPage, typedChange } from './change_pages.ts'
import type { Plannings } from './large_plan_actions.ts'
import type { LifeChange } from './life_change.ts'

type Asked = { Querystring: Record<string, string> }

const planPrograms = { config: { door: 'plan_programs' } }

/** What life changes: shown beforehand, and moved only once a lead says so. */
export function changeRoutes(
  app: FastifyInstance,
  { baseUrl, plannings }: { baseUrl: string; plannings: Plannings },
): void {
  const look = lookWith(plannings)
  app.get('/programs/changes', planPrograms, ({ ctx }, reply) =>
    reply.page(look(ctx, reply, { kind: 'saved' }, (foreseen) => changesPage(ctx, foreseen))),
  )
  app.get<Asked>('/programs/changes/new', planPrograms, ({ ctx, query }, reply) => {
    const { kind, form } = typedChange(query)

    return reply.page(changeFormPage(ctx, kind, form))
  })
  app.get<Asked>('/programs/changes/preview', planPrograms, ({ ctx, query }, reply) =>
    answerForm(reply, {
      body: query,
      show: (form) => changeFormPage(ctx, typedChange(query).kind, form),
      act: () => {
        const change = readChange(query)

        return look(ctx, reply, change, (foreseen) => changePreviewPage(ctx, change, foreseen))
      },
    }),
  )
  app.post('/programs/changes', planPrograms, ({ ctx, body }, reply) => {
    const change = readChange(body)

    return answerForm(reply, {
      body,
      show: ({ remark, ...form }) =>
        remark
          ? look(ctx, reply, change, (foreseen) => changePreviewPage(ctx, change, foreseen, remark))
          : changeFormPage(ctx, change.kind, form),
      act: () => {
        const decision = readForm(decisionForm, body)
        const isMade = plannings.decide(questionOf(ctx, change), (planner) => {
          makeChange(ctx, change, decision, baseUrl, planner)
          return true
        })
        return isMade ? '/programs/changes' : addressOf(change)
      },
    })
  })
  app.post('/programs/changes/preview/end', planPrograms, ({ ctx, body }, reply) => {
    plannings.end(questionOf(ctx, readChange(body)))

    return reply.redirect('/programs', 303)
  })
}

type Show = (foreseen: Foreseen[]) => View

/** Where the plans behind it are large, a page says how far they are, and looks again by itself. */
function lookWith(plannings: Plannings) {
  return (ctx: Context, reply: FastifyReply, change: LifeChange, show: Show): View => {
    const question = questionOf(ctx, change)
    const foreseen = plannings.consider(question, (planner) => foresee(ctx, change, planner))
    if (foreseen) return show(foreseen)
    const planning = plannings.find(question)
    if (!planning) throw new Error('what is considered is under way')
    reply.header('refresh', `2; url=${addressOf(change)}`)

    return foreseeingPage(ctx, change, planning, addressOf(change))
  }
}

/** One for each lead and change, so that nobody stops what another one looks at. */
function questionOf({ actor }: Context, change: LifeChange): string {
  return JSON.stringify([actor.id, change])
}

function addressOf(change: LifeChange): string {
  return change.kind === 'saved'
    ? '/programs/changes'
    : `/programs/changes/preview?${new URLSearchParams({ ...change })}`
}
