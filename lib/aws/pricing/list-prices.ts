import "server-only";
import { GetProductsCommand } from "@aws-sdk/client-pricing";

import { regionById } from "@/catalog/regions/select";
import type { ListedPrice } from "@/lib/costs/price-table";
import { readListedPrice, withoutContradictions } from "@/lib/costs/read-price";
import { AppError } from "@/lib/errors";

import type { AwsTarget } from "../client";
import { toAppError } from "../errors";
import { pricingClient } from "./pricing-client";

const PAGE_PRODUCTS = 100;
/** A region has some thousand products of SageMaker. */
const MAX_PAGES = 200;

/** SageMaker's on-demand prices in a target's region, as AWS's Price List API tells them: some dozen calls. */
export async function listPrices(target: AwsTarget): Promise<ListedPrice[]> {
  const client = pricingClient(target, pricingRegion(target.region));
  const found: ListedPrice[] = [];
  let token: string | undefined;
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const out = await client.send(
        new GetProductsCommand({
          ServiceCode: "AmazonSageMaker",
          Filters: [{ Type: "TERM_MATCH", Field: "regionCode", Value: target.region }],
          FormatVersion: "aws_v1",
          MaxResults: PAGE_PRODUCTS,
          NextToken: token,
        }),
      );
      for (const item of out.PriceList ?? []) {
        const price = readListedPrice(String(item));
        if (price) found.push(price);
      }
      token = out.NextToken;
      if (!token) return withoutContradictions(found);
    }
  } catch (cause) {
    throw toAppError(cause);
  }
  throw new AppError("unavailable", "AWS's price list did not come to an end.", { hint: "Try again later." });
}

/**
 * Where the Price List API answers: in us-east-1, eu-central-1 and ap-south-1 for the regions of the partition `aws`, in
 * cn-northwest-1 for China (AWS Billing user guide, "Price List Query API endpoints").
 */
export function pricingRegion(region: string): string {
  const partition = regionById(region)?.partition ?? "aws";
  if (partition === "aws-cn") return "cn-northwest-1";
  if (partition !== "aws") {
    throw new AppError("unavailable", `AWS has no Price List API for ${region}.`, {
      hint: "Prices that come with the console are used; what is not among them stays unknown.",
    });
  }
  if (region.startsWith("eu-") || region.startsWith("il-") || region.startsWith("me-")) return "eu-central-1";
  return region.startsWith("ap-") ? "ap-south-1" : "us-east-1";
}
