/** The hours a night can begin and end with: 00:00 to 23:00. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
