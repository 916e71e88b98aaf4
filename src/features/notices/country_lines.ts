/**
 * A line to take to the works council or to counsel before the first round, by country. It says what to ask and where it is written,
 * not what the answer is: no advice, and no substitute for it. Sections are named only where a source was found that cites them for this.
 */
export interface CountryLine {
  country: string
  ask: string
  sources: readonly string[]
}

/** For every country, and alone where none is named below. */
const GENERAL_LINE: CountryLine = {
  country: '',
  ask: 'We plan that leaders contact our own touchpoints as customers, without saying who they are. No name of anybody who serves is kept, no recording is made, and no clock time reaches the system. Please say whether staff or their representatives have to be informed or consulted beforehand, whether covert contacts need an agreement, and what has to stand in our record of processing and our information to staff.',
  sources: [
    'Regulation (EU) 2016/679 (GDPR), Articles 5, 6, 13, 14 and 88, with its rules on records of processing and impact assessments, where it applies',
    'Directive 2002/14/EC on informing and consulting employees, where it applies',
  ],
}

const LINES: readonly CountryLine[] = [
  {
    country: 'GB',
    ask: 'Please say whether this is monitoring of workers in the sense of the regulator’s guidance although nobody is identified, whether a data protection impact assessment is advised, how the contacts fit what staff were told, and whether a recognised union or an information and consultation agreement has to be involved.',
    sources: [
      'UK GDPR and the Data Protection Act 2018',
      'Information Commissioner’s Office, guidance on monitoring workers (October 2023)',
      'Information and Consultation of Employees Regulations 2004 (SI 2004/3426), for Great Britain',
    ],
  },
  {
    country: 'DE',
    ask: 'Please say whether the works council has a right of co-determination: over conduct in the establishment, because contacts are made unannounced, and over technical devices suited to monitor conduct or performance, although no person and no clock time is kept; and whether a works agreement (Betriebsvereinbarung) should be concluded before the first round.',
    sources: [
      'Betriebsverfassungsgesetz (BetrVG), § 80 (1) and (2), § 87 (1) no. 1 and no. 6, § 94',
      'Bundesdatenschutzgesetz (BDSG), § 26, as far as it stands beside GDPR Article 88 after the Court of Justice’s judgment of 30 March 2023',
    ],
  },
  {
    country: 'NL',
    ask: 'Please say whether the works council (ondernemingsraad) has to consent: to a rule on processing personal data of staff, and to a facility aimed at or suited for observing their presence, behaviour or performance, although no person is identified; and whether covert contacts need a reason of their own.',
    sources: [
      'Wet op de ondernemingsraden (WOR), Article 27 (1)',
      'Algemene verordening gegevensbescherming (GDPR) and Uitvoeringswet AVG',
    ],
  },
  {
    country: 'FR',
    ask: 'Please say whether the social and economic committee (CSE) has to be informed and consulted before means that allow staff activity to be monitored are used, although nobody is identified, how staff have to be told beforehand, and whether what is asked is proportionate to its aim.',
    sources: [
      'Code du travail, article L. 2312-38, with its rules on proportionate restrictions and on telling staff beforehand how they are assessed',
      'Règlement (UE) 2016/679 (RGPD) et loi n° 78-17 du 6 janvier 1978',
    ],
  },
  {
    country: 'AT',
    ask: 'Please say whether the works council has to consent: to control measures that touch human dignity, or to systems that process personal data of staff beyond general particulars, although no person and no clock time is kept; and whether a works agreement (Betriebsvereinbarung) should be concluded before the first round.',
    sources: [
      'Arbeitsverfassungsgesetz (ArbVG), § 96 (1) no. 3 and § 96a (1) no. 1',
      'Datenschutz-Grundverordnung (GDPR), Article 88, and Datenschutzgesetz (DSG)',
    ],
  },
]

/** The lines for these countries, the general one first. */
export function linesFor(countries: readonly string[]): CountryLine[] {
  return [GENERAL_LINE, ...LINES.filter(({ country }) => countries.includes(country))]
}

/** Where people work whose country has no line of its own. */
export function countriesWithoutLine(countries: readonly string[]): string[] {
  return [...new Set(countries)].filter((country) => !LINES.some((line) => line.country === country))
}
