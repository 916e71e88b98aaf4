import type { Cause } from '../src/features/reflections/fields.ts'

/** A follow-up of the year, by months and days before today. */
export interface Promised {
  touchpoint: string
  /** From a reflection as good, or as bad, as this. */
  after: 'good' | 'poor'
  kind: 'fix' | 'coach' | 'celebrate'
  cause: Cause | null
  commitment: string
  owner: string
  raised: number
  /** Days from raising it until it is due, and until its owner said so; null: not yet. */
  due: number
  done: number | null
  meaning?: { forCustomers: string; forCompany: string; forColleagues: string }
  dropped?: string
  note?: string
  question?: string
}

/** In days before today: the billing line was put right half a year ago, and other things were tried since. */
export const PROMISED: readonly Promised[] = [
  {
    touchpoint: 'billing',
    after: 'poor',
    kind: 'fix',
    cause: 'policy',
    commitment: 'Whoever answers on the billing line can correct a meter reading without asking another team.',
    owner: 'otto',
    raised: 215,
    due: 45,
    done: 34,
    meaning: {
      forCustomers: 'A wrong reading is put right in the same call.',
      forCompany: 'Fewer second calls about the same bill.',
      forColleagues: 'No more saying sorry for something one could have mended oneself.',
    },
    question: 'Was a mistake in the bill put right in the same contact?',
  },
  {
    touchpoint: 'complaints',
    after: 'poor',
    kind: 'fix',
    cause: 'hand_off',
    commitment: 'Every complaint is kept by one person until it is answered, and that person signs.',
    owner: 'otto',
    raised: 150,
    due: 60,
    done: 58,
    meaning: {
      forCustomers: 'One answer instead of four receipts.',
      forCompany: '',
      forColleagues: 'You see how it ended.',
    },
    question: 'Did one person answer all of what you wrote?',
    note: 'The receipts the system sends by itself stay until the new mailbox is there.',
  },
  {
    touchpoint: 'outage',
    after: 'good',
    kind: 'celebrate',
    cause: null,
    commitment: 'The control room tells the whole company how it kept callers up to date in the storm.',
    owner: 'joan',
    raised: 118,
    due: 30,
    done: 25,
    meaning: {
      forCustomers: '',
      forCompany: 'Two other lines have copied the way of saying when somebody rings again.',
      forColleagues: 'Said by name of the room, in front of everybody.',
    },
  },
  {
    touchpoint: 'chat',
    after: 'poor',
    kind: 'coach',
    cause: 'wording',
    commitment: 'The chat says by when somebody comes back, in every conversation that is passed on.',
    owner: 'samir',
    raised: 74,
    due: 40,
    done: 36,
    question: 'Were you told by when somebody would come back to you?',
  },
  {
    touchpoint: 'form',
    after: 'poor',
    kind: 'fix',
    cause: 'system',
    commitment: 'The meter visit form takes up what is written in its free text.',
    owner: 'joan',
    raised: 96,
    due: 70,
    done: null,
    note: 'The supplier wants another month. We write by hand meanwhile.',
  },
  {
    touchpoint: 'solar',
    after: 'poor',
    kind: 'coach',
    cause: 'knowledge',
    commitment: 'The solar desk explains the feed-in tariff in three sentences, and offers to write them down.',
    owner: 'patrick',
    raised: 41,
    due: 75,
    done: null,
  },
  {
    touchpoint: 'shop',
    after: 'good',
    kind: 'celebrate',
    cause: null,
    commitment: 'The shop shows other shops how it takes people in a queue seriously.',
    owner: 'leila',
    raised: 30,
    due: 60,
    done: null,
  },
  {
    touchpoint: 'social',
    after: 'poor',
    kind: 'fix',
    cause: 'staffing',
    commitment: 'Somebody answers on social on Sundays.',
    owner: 'leila',
    raised: 132,
    due: 50,
    done: null,
    dropped: 'Three messages on eleven Sundays: the money goes into the evenings of the week instead.',
  },
]
