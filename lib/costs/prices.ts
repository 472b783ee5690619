import "server-only";
import { prices, serverlessPrices } from "@/catalog/instance-types/data";
import type { AwsTarget } from "@/lib/aws/client";
import { database } from "@/lib/db/database";

import { type ListedPrice, type PackedPrices, type PriceTable, packPrices, regionPrices } from "./price-table";
import type { PriceSource } from "./view";

type PricedTarget = Pick<AwsTarget, "id" | "region" | "isEmulator" | "endpointUrl">;
type ReadList = { readAt: string; listed: ListedPrice[]; packed: PackedPrices };

/** Lists that were read in, each as long as it is the newest: an endpoint's page must not read a thousand prices anew. */
const readIn = new Map<string, ReadList>();

/** Under which name a price list is kept: AWS's is one for all workspaces of a region, an emulator's is its own. */
export function priceListKey({ id, region, isEmulator, endpointUrl }: PricedTarget): string {
  return isEmulator || endpointUrl ? `${region} of ${id}` : region;
}

/** The prices of a workspace's region: the newest that were read from AWS, and those that come with the console for the rest. */
export async function pricesOf(target: PricedTarget): Promise<{ table: PriceTable; source: PriceSource }> {
  const { region } = target;
  const list = await readList(target);
  const own = [...prices, ...serverlessPrices].filter((price) => price.region === region);
  const dates = (list ? list.listed : own).map(({ date }) => date).sort();
  return {
    table: regionPrices(region, list?.packed ?? null),
    source: {
      kind: list ? "aws" : "bundled",
      readAt: list?.readAt ?? null,
      known: list ? list.listed.length : own.length,
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
    },
  };
}

/** What was read from AWS for a workspace's region, for the browser; null: nothing, or it cannot be told now. */
export async function packedPricesOf(target: PricedTarget): Promise<PackedPrices | null> {
  try {
    return (await readList(target))?.packed ?? null;
  } catch (cause) {
    // A page must not fail for its prices: those that come with the console are on it.
    console.error("The prices could not be read.", cause);
    return null;
  }
}

/** The table of these prices, on the server. */
export async function priceTableOf(target: PricedTarget): Promise<PriceTable> {
  return regionPrices(target.region, await packedPricesOf(target));
}

async function readList(target: PricedTarget): Promise<ReadList | null> {
  const key = priceListKey(target);
  const lists = (await database()).selectFrom("price_lists").where("region", "=", key);
  const newest = await lists.select("read_at").executeTakeFirst();
  if (!newest) return null;
  const known = readIn.get(key);
  if (known?.readAt === newest.read_at) return known;
  const { read_at: readAt, prices_json } = await lists.selectAll().executeTakeFirstOrThrow();
  // What the console itself wrote as JSON.
  const listed = JSON.parse(prices_json) as ListedPrice[];
  const list = { readAt, listed, packed: packPrices(listed) };
  readIn.set(key, list);
  return list;
}
