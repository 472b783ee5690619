/** Whose clock a chart shows: the reader's, or UTC. */
export type Zone = "local" | "utc";
/** What the moments of a chart are counted by: a clock, or the seconds since every line's own start. */
export type TimeBase = Zone | "elapsed";

const DAY_SECONDS = 86_400;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: Zone, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en", {
    hourCycle: "h23",
    ...options,
    timeZone: zone === "utc" ? "UTC" : undefined,
  });
  formats.set(key, made);
  return made;
}

const clock = (zone: Zone) => format(zone, "clock", { hour: "2-digit", minute: "2-digit" });
const seconds = (zone: Zone) => format(zone, "seconds", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = (zone: Zone) => format(zone, "day", { month: "short", day: "numeric" });
const moment = (zone: Zone) =>
  format(zone, "moment", {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });

/** The charts of a dashboard have one time axis, each asks for its labels, and formatting dates is slow. */
const KEPT = 8;
const labelled = new Map<string, string[]>();

/** Labels of a time axis: the clock, and the day where it begins or where it is all that matters. Seconds. */
export function axisLabels(splits: readonly number[], stepSeconds: number, zone: TimeBase): string[] {
  const key = [zone, stepSeconds, ...splits].join(" ");
  const known = labelled.get(key);
  if (known) return known;
  const labels = makeLabels(splits, stepSeconds, zone);
  if (labelled.size >= KEPT) labelled.clear();
  labelled.set(key, labels);
  return labels;
}

function makeLabels(splits: readonly number[], stepSeconds: number, zone: TimeBase): string[] {
  if (zone === "elapsed") return splits.map((at) => (at === 0 ? "start" : elapsed(at)));
  return splits.map((at, index) => {
    const date = new Date(at * 1_000);
    const today = day(zone).format(date);
    if (stepSeconds >= DAY_SECONDS) return today;
    const before = splits[index - 1];
    const isNewDay = before === undefined ? false : day(zone).format(new Date(before * 1_000)) !== today;
    return isNewDay ? today : (stepSeconds < 60 ? seconds(zone) : clock(zone)).format(date);
  });
}

/** `Nov 26, 2026, 14:05:00` on the chosen clock, or `1 min 30 s after the start`; seconds. */
export function formatMoment(at: number, zone: TimeBase): string {
  if (zone === "elapsed") return `${elapsed(at)} after the start`;
  return moment(zone).format(new Date(at * 1_000));
}

/** `Nov 26, 14:05 – 15:05`, with the second day only where it is another. Epoch milliseconds. */
export function formatSpan(fromMs: number, toMs: number, zone: Zone): string {
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const start = `${day(zone).format(from)}, ${clock(zone).format(from)}`;
  const isSameDay = day(zone).format(from) === day(zone).format(to);
  return `${start} – ${isSameDay ? "" : `${day(zone).format(to)}, `}${clock(zone).format(to)}`;
}

/** `1 min 30 s`, `2 h`: without the parts that are zero. */
function elapsed(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [
    [Math.floor(whole / 3_600), "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  return (
    parts
      .filter(([count]) => count !== 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(" ") || "0 s"
  );
}
