import { z } from "zod";

import rows from "./data.json";
import sources from "./price-sources.json";
import priceRows from "./prices.data.json";
import { InstanceType, PriceRow, ServerlessPriceRow } from "./schema";
import serverlessRows from "./serverless-prices.data.json";

export const instanceTypes: readonly InstanceType[] = z.array(InstanceType).parse(rows);

export const prices: readonly PriceRow[] = z.array(PriceRow).parse(priceRows);

export const serverlessPrices: readonly ServerlessPriceRow[] = z.array(ServerlessPriceRow).parse(serverlessRows);

/** What each `source` of a price stands for. */
export const priceSources: Readonly<Record<string, string>> = sources;
