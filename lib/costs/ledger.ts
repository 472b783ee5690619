import type { PriceComponent } from "@/catalog/instance-types/schema";

import type { PriceTable } from "./price-table";

const HOUR_MS = 3_600_000;

/** So many of something between two instants (epoch milliseconds); half-open. */
export type Span = { from: number; to: number; count: number };

/** What was used and how it is billed. */
export type Usage =
  /** Instances that ran: billed by the second, each at the hourly price of its type and use. */
  | { kind: "instances"; instanceType: string | null; component: PriceComponent; spans: readonly Span[] }
  /** Serverless calls: `count` is the seconds of compute in that span, billed at the price of the memory. */
  | { kind: "serverless"; memoryMb: number; spans: readonly Span[] }
  /** Environments kept ready: billed while they are, at a price of their own that no list here has. */
  | { kind: "provisioned"; memoryMb: number; spans: readonly Span[] };

/** Something that costs: an endpoint or a job. */
export type LedgerEntry = { id: string; usages: readonly Usage[] };

export type LedgerLine = {
  id: string;
  /** Of what has a price; null when nothing of it has. */
  usd: number | null;
  /** What was used in the month without a known price, in words; the sum lacks it. */
  unpriced: string[];
  /** Dollars of each hour, in the order of the ledger's hours. */
  usdByHour: number[];
  /** The day of the oldest price used. */
  priceDate: string | null;
};

/** Full hours (epoch milliseconds) from the one that holds `from` up to the one that holds `to`. */
export function hoursBetween(from: number, to: number): number[] {
  const first = Math.floor(from / HOUR_MS) * HOUR_MS;
  return Array.from({ length: Math.max(0, Math.ceil((to - first) / HOUR_MS)) }, (_, index) => first + index * HOUR_MS);
}

/**
 * What entries cost between two instants. Instances: price × instances × time, to the millisecond, so that a count that
 * changes within an hour is billed by its parts. Serverless: price of the memory × seconds of calls. What lies outside
 * the window is cut off; nothing is rounded here.
 */
export function computeLedger(
  entries: readonly LedgerEntry[],
  prices: PriceTable,
  window: { from: number; to: number },
): { hours: number[]; lines: LedgerLine[] } {
  const hours = hoursBetween(window.from, window.to);
  return { hours, lines: entries.map((entry) => lineOf(entry, prices, window, hours)) };
}

function lineOf(entry: LedgerEntry, prices: PriceTable, window: { from: number; to: number }, hours: number[]) {
  const usdByHour = hours.map(() => 0);
  const unpriced = new Set<string>();
  let priceDate: string | null = null;
  let isPriced = entry.usages.length === 0;
  for (const usage of entry.usages) {
    const spans = usage.spans.flatMap((span) => clip(span, window, usage.kind === "serverless"));
    const price = unitPrice(usage, prices);
    if (!price) {
      if (spans.some(({ count }) => count > 0)) unpriced.add(nameOf(usage));
      continue;
    }
    isPriced = true;
    if (spans.length > 0 && (!priceDate || price.date < priceDate)) priceDate = price.date;
    for (const span of spans) spread(span, price.usdPerUnit(span), hours, usdByHour);
  }
  const usd = usdByHour.reduce((sum, value) => sum + value, 0);
  return {
    id: entry.id,
    usd: isPriced || unpriced.size === 0 ? usd : null,
    unpriced: [...unpriced],
    usdByHour,
    priceDate,
  };
}

/** Dollars per hour of an entry as it runs now; null as soon as one price is missing. */
export function ratePerHour(running: readonly Usage[], prices: PriceTable, now: number): number | null {
  let rate = 0;
  for (const usage of running) {
    const count = usage.spans.reduce((sum, span) => (span.from <= now && now <= span.to ? sum + span.count : sum), 0);
    if (count === 0 || usage.kind === "serverless") continue;
    const price =
      usage.kind === "instances" && usage.instanceType
        ? prices.instanceHour(usage.instanceType, usage.component)
        : null;
    if (!price) return null;
    rate += price.usd * count;
  }
  return rate;
}

type UnitPrice = { date: string; usdPerUnit: (span: Span) => number };

function unitPrice(usage: Usage, prices: PriceTable): UnitPrice | null {
  if (usage.kind === "provisioned") return null;
  if (usage.kind === "serverless") {
    const price = prices.serverlessSecond(usage.memoryMb);
    return price && { date: price.date, usdPerUnit: (span) => span.count * price.usd };
  }
  const price = usage.instanceType ? prices.instanceHour(usage.instanceType, usage.component) : null;
  return (
    price && { date: price.date, usdPerUnit: (span) => (span.count * price.usd * (span.to - span.from)) / HOUR_MS }
  );
}

/** The part of a span inside the window. Seconds of calls are cut by the share of their span, instances keep their number. */
function clip(span: Span, window: { from: number; to: number }, isAmount: boolean): Span[] {
  const from = Math.max(span.from, window.from);
  const to = Math.min(span.to, window.to);
  const share = isAmount ? (to - from) / (span.to - span.from) : 1;
  return to > from ? [{ from, to, count: span.count * share }] : [];
}

/** Lays a span's dollars on the hours it touches, by time. */
function spread(span: Span, usd: number, hours: readonly number[], usdByHour: number[]): void {
  const first = hours[0];
  if (first === undefined) return;
  const length = span.to - span.from;
  for (let at = Math.floor((span.from - first) / HOUR_MS); at < hours.length; at += 1) {
    const hour = hours[at];
    if (hour === undefined || hour >= span.to) return;
    const within = Math.min(span.to, hour + HOUR_MS) - Math.max(span.from, hour);
    usdByHour[at] = (usdByHour[at] ?? 0) + (usd * within) / length;
  }
}

const USES: Partial<Record<PriceComponent, string>> = {
  hosting: "real-time",
  async: "asynchronous",
  training: "training",
  transform: "batch transform",
};

function nameOf(usage: Usage): string {
  if (usage.kind === "serverless") return `a serverless second with ${usage.memoryMb / 1024} GB`;
  if (usage.kind === "provisioned") return `provisioned concurrency with ${usage.memoryMb / 1024} GB`;
  return `${usage.instanceType ?? "an instance of a type that is not known"}, ${USES[usage.component] ?? usage.component}`;
}
