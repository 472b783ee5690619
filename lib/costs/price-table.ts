import type { PriceComponent } from "@/catalog/instance-types/schema";
import { priceOf, serverlessPriceFrom } from "@/catalog/instance-types/select";

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
      const price = serverlessPriceFrom(memoryMb, region);
      return price?.memoryMb === memoryMb ? { usd: price.usdPerSecond, date: price.date } : null;
    },
  };
}

/** Prices as they were read from AWS; for what that list lacks, the ones of `fallback`. */
export function listedPrices(listed: readonly ListedPrice[], fallback: PriceTable): PriceTable {
  const known = new Map<string, DatedPrice>();
  for (const price of listed) known.set(keyOf(price), { usd: price.usd, date: price.date });
  return {
    instanceHour: (type, component) =>
      known.get(keyOf({ kind: "instance", type, component })) ?? fallback.instanceHour(type, component),
    serverlessSecond: (memoryMb) =>
      known.get(keyOf({ kind: "serverless", memoryMb })) ?? fallback.serverlessSecond(memoryMb),
  };
}

type Key = { kind: "instance"; type: string; component: PriceComponent } | { kind: "serverless"; memoryMb: number };

function keyOf(price: Key): string {
  return price.kind === "instance" ? `${price.component} ${price.type}` : `serverless ${price.memoryMb}`;
}
