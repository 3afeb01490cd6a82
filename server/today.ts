/** The real time; tests bring their own. */
export type Clock = () => Date

/** The day in a time zone, as an ISO date. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  return parts.format(now)
}

/**
 * The one "today" of form defaults, the running quarter, expiry and the default date: the stored reference date where
 * the register has one, else the date in the city. Record time is never this, always the real clock.
 */
export const todayOf = (
  city: { referenceDate: string | null; timeZone: string },
  clock: Clock = () => new Date(),
): string => city.referenceDate ?? dayIn(city.timeZone, clock())
