/** A promised call-back is asked about from the day it is due; where no day was said, it may have come at any time. */
export function isPromiseDue({ promiseDueOn }: { promiseDueOn: string | null }, today: Temporal.PlainDate): boolean {
  return promiseDueOn === null || Temporal.PlainDate.compare(today, Temporal.PlainDate.from(promiseDueOn)) >= 0
}
