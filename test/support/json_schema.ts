/** As much of JSON Schema as our own schemas use. Anything else in a schema throws, so that nothing is passed over. */
type Schema = Record<string, unknown>

const SAID_ONLY = new Set(['$schema', 'title', 'description'])

/** What of a value does not keep to a schema: a line each, with its place. */
export function complaintsOf(schema: Schema, value: unknown, at = '$'): string[] {
  return Object.entries(schema).flatMap(([word, asked]) => {
    if (SAID_ONLY.has(word)) return []
    const rule = RULES[word]
    if (!rule) throw new Error(`no rule for ${word}`)

    return rule(asked as never, value, at, schema)
  })
}

type Rule = (asked: never, value: unknown, at: string, schema: Schema) => string[]

const RULES: Record<string, Rule> = {
  type: (asked: string | string[], value, at) =>
    [asked].flat().some((type) => isOf(type, value)) ? [] : [`${at} is not ${String(asked)}`],
  const: (asked: unknown, value, at) => (value === asked ? [] : [`${at} is not ${String(asked)}`]),
  enum: (asked: unknown[], value, at) => (asked.includes(value) ? [] : [`${at} is none of ${asked.join()}`]),
  minimum: (asked: number, value, at) => (typeof value === 'number' && value < asked ? [`${at} is too small`] : []),
  pattern: (asked: string, value, at) =>
    typeof value === 'string' && !new RegExp(asked, 'u').test(value) ? [`${at} is not ${asked}`] : [],
  items: (asked: Schema, value, at) =>
    Array.isArray(value) ? value.flatMap((item, i) => complaintsOf(asked, item, `${at}[${i}]`)) : [],
  properties: (asked: Record<string, Schema>, value, at) =>
    Object.entries(asked).flatMap(([name, schema]) =>
      isObject(value) && name in value ? complaintsOf(schema, value[name], `${at}.${name}`) : [],
    ),
  required: (asked: string[], value, at) =>
    asked.filter((name) => isObject(value) && !(name in value)).map((name) => `${at}.${name} is missing`),
  additionalProperties: (_asked: false, value, at, { properties }) =>
    Object.keys(isObject(value) ? value : {})
      .filter((name) => !(name in (properties as Schema)))
      .map((name) => `${at}.${name} is not described`),
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)

  return typeof value === type
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
