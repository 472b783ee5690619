import type { EmulatorContext } from "../../context.ts";
import type { Call } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { offsetPage } from "../page-token.ts";
import type { JsonService } from "../service.ts";
import { allProducts, type Product } from "./products.ts";

type Filter = { Type: "TERM_MATCH" | "EQUALS" | "CONTAINS" | "ANY_OF" | "NONE_OF"; Field: string; Value: string };
type Input = { ServiceCode: string; Filters?: Filter[]; NextToken?: string; MaxResults?: number };

/** The Price List API has endpoints in these regions only, each with the prices of all. */
const REGIONS = ["us-east-1", "eu-central-1", "ap-south-1"];

/** The Price List API: SageMaker's on-demand prices, as far as the bundled table knows them. */
export function pricingService(context: EmulatorContext): JsonService {
  function getProducts({ ServiceCode, Filters = [], NextToken, MaxResults = 100 }: Input, { region }: Call) {
    if (!REGIONS.includes(region)) {
      throw new Fault("InvalidSignatureException", "Credential should be scoped to a valid region.");
    }
    const products = ServiceCode === "AmazonSageMaker" ? allProducts(context.behaviour.priceFactor) : [];
    const found = products.filter((product) => Filters.every((filter) => matches(product, filter)));
    const page = pageOf(`pricing ${JSON.stringify(Filters)}`, found, NextToken, MaxResults);
    return {
      FormatVersion: "aws_v1",
      PriceList: page.items.map((product) => JSON.stringify(product)),
      NextToken: page.nextToken,
    };
  }

  function pageOf(listing: string, found: Product[], token: string | undefined, size: number) {
    try {
      return offsetPage(context.records, listing, found, token, size);
    } catch {
      throw new Fault(
        "InvalidNextTokenException",
        "The pagination token is invalid. Try again without a pagination token.",
      );
    }
  }

  return {
    protocol: "json",
    id: "pricing",
    targetPrefix: "AWSPriceListService",
    operations: { GetProducts: getProducts },
  };
}

/** Values are compared without regard to capitals; a field that the product lacks matches nothing. */
function matches({ product, serviceCode }: Product, { Type, Field, Value }: Filter): boolean {
  const fields: Record<string, string> = {
    ...product.attributes,
    ServiceCode: serviceCode,
    sku: product.sku,
    productFamily: product.productFamily,
  };
  const actual = fields[Field]?.toLowerCase();
  const values = Value.toLowerCase()
    .split(",")
    .map((value) => value.trim());
  if (actual === undefined) return false;
  if (Type === "CONTAINS") return actual.includes(Value.toLowerCase());
  if (Type === "ANY_OF") return values.includes(actual);
  if (Type === "NONE_OF") return !values.includes(actual);
  return actual === Value.toLowerCase();
}
