/** Looks for a time of day in whatever was kept or sent, in every way somebody might have written it down. */

/** From a first to a last moment, both included, seen in the zones of the people concerned. */
export interface Stretch {
  from: Temporal.Instant
  until: Temporal.Instant
  zones: readonly string[]
}

/** What was found, in words; nothing where no moment of the stretch is told. */
export function momentsIn(bytes: Buffer, stretch: Stretch): string[] {
  const text = bytes.toString('latin1')

  return [...clockFaces(text, stretch), ...numerals(text, stretch), ...idsByTime(text, stretch)]
}

/** The same for a file whose numbers are kept as bytes: SQLite keeps a moment in four, six or eight of them, the highest first. */
export function momentsInFile(bytes: Buffer, stretch: Stretch): string[] {
  return [...momentsIn(bytes, stretch), ...binary(bytes, stretch)]
}

/** 14:17, 14.17, 14h17, T1417, 2:17 pm: each minute as clocks show it. */
function clockFaces(text: string, { from, until, zones }: Stretch): string[] {
  const faces = new Set<string>()
  for (let at = from; Temporal.Instant.compare(at, until) <= 0; at = at.add({ minutes: 1 }))
    for (const zone of ['UTC', ...zones]) for (const face of facesOf(at.toZonedDateTimeISO(zone))) faces.add(face)

  return [...faces].filter((face) => new RegExp(face, 'i').test(text))
}

function facesOf({ hour, minute }: Temporal.ZonedDateTime): string[] {
  const [hours, minutes] = [String(hour).padStart(2, '0'), String(minute).padStart(2, '0')]

  return [
    `(?<![\\d.:])${hours}[:.h]${minutes}(?!\\d)`,
    `\\dT${hours}${minutes}`,
    `(?<![\\d.:])${hour % 12 || 12}[:.]${minutes} ?[ap]\\.?m`,
  ]
}

/** Seconds, milliseconds or microseconds since 1970 in digits; hexadecimal as well. */
function numerals(text: string, stretch: Stretch): string[] {
  const decimal = (text.match(/\d{10,16}/g) ?? []).filter((digits) => isWithin(Number(digits), stretch))
  const hexadecimal = (text.match(/(?<![\da-z])[\da-f]{8,12}(?![\da-z])/gi) ?? []).filter((digits) =>
    isWithin(Number.parseInt(digits, 16), stretch),
  )

  return [...decimal, ...hexadecimal].map((digits) => `the number ${digits}`)
}

/** Ids that begin with when they were made: ULID, UUID 7, ObjectId, CUID, and bytes as base64. */
function idsByTime(text: string, stretch: Stretch): string[] {
  return [...new Set(text.match(/[\w-]{16,40}/g))].filter((id) => {
    const begun = [
      Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16),
      /^[\da-f]{24}$/i.test(id) ? Number.parseInt(id.slice(0, 8), 16) : 0,
      Number.parseInt(id.slice(0, 8), 36),
      Number.parseInt(id.slice(1, 9), 36),
      /^[\dA-HJKMNP-TV-Z]{26}$/.test(id) ? fromCrockford(id.slice(0, 10)) : 0,
      Buffer.from(id, 'base64url').readUIntBE(0, 6),
    ]

    return begun.some((number) => isWithin(number, stretch))
  })
}

function fromCrockford(digits: string): number {
  return [...digits].reduce((sum, digit) => sum * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit), 0)
}

/** Whole numbers of four and six bytes (those of eight end like those of six), and floating ones of eight. */
function binary(bytes: Buffer, stretch: Stretch): string[] {
  const found: string[] = []
  for (let at = 0; at + 8 <= bytes.length; at++) {
    if (isWithin(bytes.readUInt32BE(at), stretch)) found.push(`four bytes at ${at}`)
    if (isWithin(bytes.readUIntBE(at, 6), stretch)) found.push(`six bytes at ${at}`)
    const real = bytes.readDoubleBE(at)
    if (isWithin(real, stretch) || isWithin((real - JULIAN_1970) * DAY, stretch)) found.push(`eight bytes at ${at}`)
  }

  return found
}

const DAY = 86_400_000
/** The Julian day on which 1970 began, as SQLite counts. */
const JULIAN_1970 = 2_440_587.5

/** As seconds, milliseconds or microseconds since 1970. */
function isWithin(number: number, { from, until }: Stretch): boolean {
  const [low, high] = [from.epochMilliseconds, until.epochMilliseconds]

  return [number * 1000, number, number / 1000].some((at) => at >= low && at <= high)
}
