import type { Alarm, Reading } from "./policy";

export type AlarmState = "OK" | "ALARM" | "INSUFFICIENT_DATA";

/** Follows one alarm, minute by minute, in constant time: a ring of the newest periods and their counts. */
export class AlarmWindow {
  readonly #alarm: Alarm;
  /** 1 breaches, 0 does not, -1 has no data. */
  readonly #ring: Int8Array;
  #at = 0;
  #breaching = 0;
  #missing: number;
  #state: AlarmState = "INSUFFICIENT_DATA";

  constructor(alarm: Alarm) {
    this.#alarm = alarm;
    this.#ring = new Int8Array(alarm.periods).fill(-1);
    this.#missing = alarm.periods;
  }

  get state(): AlarmState {
    return this.#state;
  }

  /** Takes the minute's reading and gives the state that follows from it. */
  push(reading: Reading): AlarmState {
    const left = this.#ring[this.#at];
    if (left === 1) this.#breaching -= 1;
    else if (left === -1) this.#missing -= 1;
    const entry = this.#entryOf(reading);
    this.#ring[this.#at] = entry;
    if (entry === 1) this.#breaching += 1;
    else if (entry === -1) this.#missing += 1;
    this.#at = (this.#at + 1) % this.#ring.length;
    this.#state = this.#next();
    return this.#state;
  }

  #entryOf(reading: Reading): 1 | 0 | -1 {
    const { missing, comparison, threshold } = this.#alarm;
    if (reading === null) return missing === "breaching" ? 1 : missing === "notBreaching" ? 0 : -1;
    return breaches(reading, comparison, threshold) ? 1 : 0;
  }

  #next(): AlarmState {
    const { periods, datapoints, missing } = this.#alarm;
    if (this.#breaching >= datapoints) return "ALARM";
    if (this.#missing < periods) {
      // Enough that does not breach: no further point could make it an alarm.
      const fine = periods - this.#missing - this.#breaching;
      if (fine > periods - datapoints) return "OK";
    }
    return missing === "ignore" ? this.#state : this.#missing > 0 ? "INSUFFICIENT_DATA" : "OK";
  }
}

/** Whether a value is beyond an alarm's threshold. */
export function breaches(value: number, comparison: Alarm["comparison"], threshold: number): boolean {
  switch (comparison) {
    case "GreaterThanThreshold":
      return value > threshold;
    case "GreaterThanOrEqualToThreshold":
      return value >= threshold;
    case "LessThanThreshold":
      return value < threshold;
    case "LessThanOrEqualToThreshold":
      return value <= threshold;
  }
}
