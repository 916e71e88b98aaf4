import type { Context } from '../../context.ts'
import { emptyForm, type Form, versionToSend } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getMember } from '../members/store.ts'
import { HOURS } from './hours.ts'
import { wants } from './quiet.ts'
import { KIND_WORDS, kindsFor } from './reminder.ts'
import { findChoice } from './store.ts'

/** Which letters one gets, and when; each kind is on until somebody says otherwise. */
export function choicePage(ctx: Context, { form, saved = false }: { form?: Form; saved?: boolean } = {}): View {
  const choice = findChoice(ctx, ctx.actor.id ?? '')
  const kinds = kindsFor(ctx.actor.roles)

  return {
    ...{ template: 'reminders/choice', title: 'Your letters', at: '/you', width: 'narrow', saved },
    form:
      form ??
      emptyForm({
        wanted: kinds.filter((kind) => wants(choice, kind)),
        quietFrom: choice.quietFrom,
        quietUntil: choice.quietUntil,
        weekends: choice.weekends ? ['yes'] : [],
      }),
    version: versionToSend(form, choice.version),
    kinds: kinds.map((kind) => ({ value: kind, label: KIND_WORDS[kind] })),
    hours: HOURS.map((hour) => ({ value: hour, label: hour })),
    weekend: [{ value: 'yes', label: 'Write then too' }],
    zone: getMember(ctx, ctx.actor.id ?? '').timeZone,
  }
}
