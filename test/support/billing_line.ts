import { addTouchpoint } from '../../src/features/touchpoints/actions.ts'
import type { House } from './house.ts'

/** A toll-free line of customer service, open on Wednesdays; Otto owns it unless somebody else is named. */
export function addBillingLine(house: House, name = 'Billing line', ownerId: string | null = 'otto'): string {
  return addTouchpoint(house.as('maud'), {
    name,
    channel: 'phone',
    address: '+448081570342',
    timeZone: 'Europe/London',
    languages: ['en'],
    department: 'Customer service',
    ownerId,
    weight: 1,
    answerDays: null,
    openingHours: { wed: [['09:00', '17:00']] },
  })
}
