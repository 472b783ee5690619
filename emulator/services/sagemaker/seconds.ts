/** The API writes times as epoch seconds, with milliseconds behind the point. */
export function seconds(epochMs: number): number {
  return epochMs / 1000;
}
