import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../lib/problem.ts'
import { type CalendarDays, type CalendarFile, writeEntry, writeFeed } from '../../platform/files/ics.ts'
import { answerForm, readForm } from '../../platform/web/forms.ts'
import { allowance } from '../../platform/web/limits.ts'
import { makeFeed, readEntry, readFeed, revokeFeed } from './actions.ts'
import type { Entry } from './entry.ts'
import { feedForm } from './forms.ts'
import { calendarPage } from './pages.ts'

type One = { Params: { id: string } }
type Token = { Params: { token: string } }

const anyone = { config: { door: 'anyone' }, compress: false } as const
const makeContacts = { config: { door: 'make_contacts' } }

export function calendarRoutes(app: FastifyInstance, { baseUrl }: { baseUrl: string }): void {
  app.get('/you/calendar', makeContacts, ({ ctx }, reply) => reply.page(calendarPage(ctx)))
  app.post('/you/calendar', makeContacts, ({ ctx, body }, reply) =>
    answerForm(reply, {
      body,
      show: (form) => calendarPage(ctx, form),
      act: () => {
        const { name } = readForm(feedForm, body)
        const address = `${baseUrl}/calendar/${makeFeed(ctx, name)}.ics`

        return calendarPage(ctx, undefined, { name, address })
      },
    }),
  )
  app.post<One>('/you/calendar/:id/end', makeContacts, ({ ctx, params }, reply) => {
    revokeFeed(ctx, params.id)

    return reply.redirect('/you/calendar', 303)
  })
  app.get<One>('/assignments/:id/calendar.ics', makeContacts, ({ ctx, params }, reply) => {
    const { entry, reader } = readEntry(ctx, params.id)

    return sendFile(reply, writeEntry(daysOf(entry), reader))
  })
  feedRoute(app)
}

/** Whoever has the address reads it: calendars sign in nowhere. An address that was ended is like one that never was. */
function feedRoute(app: FastifyInstance): void {
  const isAllowed = allowance(60, 10)
  app.get<Token>('/calendar/:token.ics', anyone, (request, reply) => {
    const feed = readFeed(request.ctx, request.params.token)
    if (!feed) return reply.callNotFound()
    if (!isAllowed(feed.feedId, request.ctx.now)) {
      reply.header('retry-after', '600')
      throw new Problem(
        'too_many',
        'This calendar was asked for many times in a short while. Ask again in ten minutes.',
      )
    }
    const file = writeFeed(feed.title, feed.entries.map(daysOf))
    // May be kept, and is asked for again each time: most answers are then "as it was".
    reply.header('cache-control', 'private, no-cache').header('etag', file.tag).header('x-robots-tag', 'noindex')

    return hasIt(request, file) ? reply.code(304).send() : sendFile(reply, file)
  })
}

function sendFile(reply: FastifyReply, { text }: CalendarFile): FastifyReply {
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="calendar.ics"')
    .send(text)
}

/** RFC 9110 §13.1.2: any of the tags, weak or not. */
function hasIt(request: FastifyRequest, { tag }: CalendarFile): boolean {
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []

  return known.includes(tag) || known.includes('*')
}

function daysOf({ fromDay, toDay, changedOn, ...entry }: Entry): CalendarDays {
  return {
    ...entry,
    from: Temporal.PlainDate.from(fromDay),
    to: Temporal.PlainDate.from(toDay),
    changedOn: Temporal.PlainDate.from(changedOn),
  }
}
