import "server-only";
import { prices, serverlessPrices } from "@/catalog/instance-types/data";
import type { AwsTarget } from "@/lib/aws/client";
import { database } from "@/lib/db/database";

import { bundledPrices, type ListedPrice, listedPrices, type PriceTable } from "./price-table";
import type { PriceSource } from "./view";

type PricedTarget = Pick<AwsTarget, "id" | "region" | "isEmulator" | "endpointUrl">;

/** Under which name a price list is kept: AWS's is one for all workspaces of a region, an emulator's is its own. */
export function priceListKey({ id, region, isEmulator, endpointUrl }: PricedTarget): string {
  return isEmulator || endpointUrl ? `${region} of ${id}` : region;
}

/** The prices of a workspace's region: the newest that were read from AWS, and those that come with the console for the rest. */
export async function pricesOf(target: PricedTarget): Promise<{ table: PriceTable; source: PriceSource }> {
  const { region } = target;
  const db = await database();
  const row = await db
    .selectFrom("price_lists")
    .selectAll()
    .where("region", "=", priceListKey(target))
    .executeTakeFirst();
  const bundled = bundledPrices(region);
  // What the console itself wrote as JSON.
  const listed = row ? (JSON.parse(row.prices_json) as ListedPrice[]) : [];
  const own = [...prices, ...serverlessPrices].filter((price) => price.region === region);
  const dates = [...listed, ...(row ? [] : own)].map(({ date }) => date).sort();
  return {
    table: row ? listedPrices(listed, bundled) : bundled,
    source: {
      kind: row ? "aws" : "bundled",
      readAt: row?.read_at ?? null,
      known: row ? listed.length : own.length,
      oldest: dates[0] ?? null,
      newest: dates.at(-1) ?? null,
    },
  };
}
