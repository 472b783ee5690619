"use client";

import { type PriceTable, regionPrices } from "@/lib/costs/price-table";

import { useListedPrices, useWorkspace } from "./workspace-context";

/** The prices of the workspace's region: those read from AWS, and for the rest the ones that come with the console. */
export function usePrices(): PriceTable {
  const { region } = useWorkspace();
  return regionPrices(region, useListedPrices());
}
