/** A form as a page shows it: where it goes and what is filled in already. Our own pages only: it reads what we write. */
export interface FilledIn {
  method: string
  action: string
  fields: Record<string, string | string[]>
  /** Names of the fields somebody types in, whose words must be kept. */
  typed: string[]
}

export function formsIn(html: string, url: string): FilledIn[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => ({
    method: attribute(attributes, 'method') ?? 'get',
    action: attribute(attributes, 'action') ?? url,
    fields: fieldsOf(inner),
    typed: [...inner.matchAll(/<(?:textarea|input)\b([^>]*)>/g)]
      .map(([, field = '']) => field)
      .filter((field) => !/type="(?:hidden|radio|checkbox|file)"/.test(field))
      .flatMap((field) => attribute(field, 'name') ?? []),
  }))
}

export function unescapeHtml(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function fieldsOf(inner: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name === undefined) return
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  for (const [, input = ''] of inner.matchAll(/<input\b([^>]*)>/g))
    if (!/type="(?:radio|checkbox)"/.test(input) || /\schecked\b/.test(input))
      add(attribute(input, 'name'), attribute(input, 'value') ?? '')
  for (const [, area = '', text = ''] of inner.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g))
    add(attribute(area, 'name'), unescapeHtml(text))
  for (const [, select = '', options = ''] of inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
    add(attribute(select, 'name'), chosen(options))

  return fields
}

/** A browser sends the selected option, else the first. */
function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
  const one = all.find((option) => /\sselected\b/.test(option)) ?? all[0] ?? ''

  return attribute(one, 'value') ?? ''
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

  return found === undefined ? undefined : unescapeHtml(found)
}
