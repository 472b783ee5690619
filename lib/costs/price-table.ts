import type { PriceComponent } from "@/catalog/instance-types/schema";
import { serverlessPriceFrom as bundledServerlessFrom, priceOf } from "@/catalog/instance-types/select";

/** SageMaker's sizes of a serverless environment: each a gigabyte more, to this one. */
const MAX_SERVERLESS_MB = 6_144;
const SERVERLESS_STEP_MB = 1_024;

/** A price with the day it is from. */
export type DatedPrice = { usd: number; date: string };

/** Prices of one region. Null is unknown: it never stands for another price and never for zero. */
export type PriceTable = {
  /** US dollars of an instance for an hour. */
  instanceHour: (type: string, component: PriceComponent) => DatedPrice | null;
  /** US dollars of a second of a call with exactly this memory. */
  serverlessSecond: (memoryMb: number) => DatedPrice | null;
};

/** One price as AWS's list has it: an instance for an hour, or a second of a serverless call. */
export type ListedPrice =
  | { kind: "instance"; type: string; component: PriceComponent; usd: number; date: string }
  | { kind: "serverless"; memoryMb: number; usd: number; date: string };

/** The prices that come with the console. */
export function bundledPrices(region: string): PriceTable {
  return {
    instanceHour: (type, component) => {
      const price = priceOf(type, region, component);
      return price && { usd: price.usdPerHour, date: price.date };
    },
    serverlessSecond: (memoryMb) => {
      const price = bundledServerlessFrom(memoryMb, region);
      return price?.memoryMb === memoryMb ? { usd: price.usdPerSecond, date: price.date } : null;
    },
  };
}

/** A list of prices as a browser gets it: each with what it is for and the place of its day among `days`. */
export type PackedPrices = { days: string[]; prices: [what: string, usd: number, day: number][] };

/** The same prices in few letters. */
export function packPrices(listed: readonly ListedPrice[]): PackedPrices {
  const days = [...new Set(listed.map(({ date }) => date))];
  return { days, prices: listed.map((price) => [keyOf(price), price.usd, days.indexOf(price.date)]) };
}

const lookups = new WeakMap<PackedPrices, Map<string, DatedPrice>>();

function lookupOf(packed: PackedPrices): Map<string, DatedPrice> {
  const known = lookups.get(packed);
  if (known) return known;
  const made = new Map(packed.prices.map(([what, usd, day]) => [what, { usd, date: packed.days[day] ?? "" }]));
  lookups.set(packed, made);
  return made;
}

/** Prices as they were read from AWS; for what that list lacks, the ones of `fallback`. */
export function listedPrices(packed: PackedPrices, fallback: PriceTable): PriceTable {
  const known = lookupOf(packed);
  return {
    instanceHour: (type, component) =>
      known.get(keyOf({ kind: "instance", type, component })) ?? fallback.instanceHour(type, component),
    serverlessSecond: (memoryMb) =>
      known.get(keyOf({ kind: "serverless", memoryMb })) ?? fallback.serverlessSecond(memoryMb),
  };
}

/** The prices of a region: those read from AWS where there are some, before the ones that come with the console. */
export function regionPrices(region: string, read: PackedPrices | null): PriceTable {
  const bundled = bundledPrices(region);
  return read ? listedPrices(read, bundled) : bundled;
}

/** The price of the smallest serverless size of at least this memory for which one is known; null: of none. */
export function serverlessPriceFrom(prices: PriceTable, memoryMb: number): (DatedPrice & { memoryMb: number }) | null {
  for (let size = memoryMb; size <= MAX_SERVERLESS_MB; size += SERVERLESS_STEP_MB) {
    const price = prices.serverlessSecond(size);
    if (price) return { ...price, memoryMb: size };
  }
  return null;
}

type Key = { kind: "instance"; type: string; component: PriceComponent } | { kind: "serverless"; memoryMb: number };

function keyOf(price: Key): string {
  return price.kind === "instance" ? `${price.component} ${price.type}` : `serverless ${price.memoryMb}`;
}
