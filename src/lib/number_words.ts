/** Shares and differences written in words, in the languages errata and remarks are written in here: "nine of twelve", "eine zu viel". */

interface Speech {
  /** What is counted with, as a pattern. */
  counts: string
  /** Between how many and of how many. */
  of: string
  /** By how many a count is off. */
  off: string
  perCent: string
}

const SPEECHES: readonly Speech[] = [
  {
    counts:
      'none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|half|all',
    of: '(?:out )?of(?: the)?',
    off: 'more|fewer|less|too (?:many|few|high|low)',
    perCent: 'per ?cent',
  },
  {
    counts:
      'keine[rs]?|ein(?:e[nrs]?|s)?|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:\\p{L}+und)?(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|(?:\\p{L}+und)?dreißig|hälfte|alle',
    of: '(?:von(?: den)?|der)',
    off: 'mehr|weniger|zu (?:viele?|wenige?|hoch|niedrig)',
    perCent: 'prozent',
  },
  {
    counts:
      'aucune?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize|(?:vingt|trente|quarante|cinquante|soixante|quatre-vingts?)(?:(?:-| et )\\p{L}+)*|moitié|tou(?:s|tes)',
    of: '(?:sur(?: les)?|des)',
    off: '(?:de|en) (?:plus|moins|trop)',
    perCent: 'pour ?cent',
  },
  {
    counts:
      'ningun[oa]|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\\p{L}+|veint[ei]\\p{L}*|(?:trei|cuare|cincue|sese|sete|oche|nove)nta(?: y \\p{L}+)?|mitad|tod[oa]s',
    of: '(?:de(?: l[oa]s)?|sobre)',
    off: '(?:de )?(?:más|menos)',
    perCent: 'por ciento',
  },
  {
    counts:
      'nessun[oa]|un[oa]?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|(?:tre|quattor|quin|se)dici|dicia(?:ssette|nnove)|diciotto|vent(?:i|uno|otto|i\\p{L}+)|(?:tre|quara|cinqua|sessa|setta|otta|nova)nt[ao]\\p{L}*|metà|tutt[ei]',
    of: '(?:su|di|de[gl]?li|delle|dei)',
    off: '(?:in|di) (?:più|meno|troppo)',
    perCent: 'per ?cento',
  },
  {
    counts:
      'geen|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|(?:\\p{L}+[eë]n)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|helft|alle',
    of: '(?:van(?: de)?|op(?: de)?)',
    // "Een minder duidelijke" is "a less clear one"; "één minder" is a number.
    off: '(?<!(?<!\\p{L})een )(?:meer|minder)|te (?:veel|weinig|hoog|laag)',
    perCent: 'procent',
  },
]

const PATTERNS = SPEECHES.flatMap(({ counts, of, off, perCent }) =>
  [`(?:${counts}) ${of} (?:${counts})`, `(?:${counts}) (?:${off})`, `(?:${counts}) ${perCent}`].map(
    (pattern) =>
      new RegExp(`(?<!\\p{L})(?:${pattern.replaceAll(' ', '\\s+').replaceAll('\\s+?', '\\s*')})(?!\\p{L})`, 'iu'),
  ),
)

/** The first share or difference in words: how many of how many, by how many a count is off, or a percentage. A count alone is none. */
export function findSpelledShare(text: string): string | undefined {
  return PATTERNS.map((pattern) => pattern.exec(text)?.[0]).find(Boolean)
}
