/** People are written to from six until before six in the evening, in the organization's zone. */
export const [EARLIEST_HOUR, LATEST_HOUR] = [6, 17]

/** Whether somebody may be written to at an hour who did not ask just now. */
export function isHumane(hour: number): boolean {
  return hour >= EARLIEST_HOUR && hour <= LATEST_HOUR
}
