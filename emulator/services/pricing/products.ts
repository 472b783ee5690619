import { createHash } from "node:crypto";

import { prices, serverlessPrices } from "../../../catalog/instance-types/data.ts";
import type { PriceComponent } from "../../../catalog/instance-types/schema.ts";

/** An item of the price list, in the form `aws_v1`. */
export type Product = {
  product: { productFamily: string; sku: string; attributes: Record<string, string> };
  serviceCode: string;
  terms: { OnDemand: Record<string, Term> };
  version: string;
  publicationDate: string;
};
type Term = {
  offerTermCode: string;
  sku: string;
  effectiveDate: string;
  priceDimensions: Record<
    string,
    {
      unit: string;
      rateCode: string;
      beginRange: string;
      endRange: string;
      description: string;
      pricePerUnit: { USD: string };
    }
  >;
};
type Listed = {
  region: string;
  family: string;
  usage: string;
  unit: string;
  usd: number;
  date: string;
  attributes: Record<string, string>;
};

/** How usage types name what an instance is used for, and the list's attribute `component`. */
const COMPONENTS: Record<PriceComponent, [usage: string, component: string]> = {
  hosting: ["Host", "Hosting"],
  training: ["Train", "Training"],
  transform: ["Tsform", "Batch Transform"],
  async: ["AsyncInf", "AsyncInf"],
  processing: ["Processing", "Processing"],
  notebook: ["Notebk", "Notebook"],
  studio: ["Studio", "Studio-Notebook"],
};
/** Usage types begin with a code of their region. */
const REGION_CODES: Record<string, string> = {
  "us-east-1": "USE1",
  "us-east-2": "USE2",
  "eu-west-3": "EUW3",
  "ap-south-1": "APS3",
  "ap-northeast-1": "APN1",
};
const ON_DEMAND = "JRTCKXETXF";
const RATE = "6YS6EN2CT7";

const made = new Map<number, Product[]>();

/** One product for each price of the bundled table times a factor; the same each time. */
export function allProducts(factor: number): Product[] {
  const known = made.get(factor);
  if (known) return known;
  const products = [...instancePrices(), ...serverlessList()].map((listed) =>
    toProduct({ ...listed, usd: listed.usd * factor }),
  );
  made.set(factor, products);
  return products;
}

function instancePrices(): Listed[] {
  const newest = new Map<string, Listed>();
  for (const { type, region, components, usdPerHour: usd, date } of prices) {
    for (const of of components) {
      const [usage, component] = COMPONENTS[of];
      const key = `${region} ${usage} ${type}`;
      if ((newest.get(key)?.date ?? "") >= date) continue;
      const attributes = {
        instanceName: type,
        instanceType: `${type}-${component}`,
        component,
        platoinstancename: type,
      };
      newest.set(key, { region, family: "ML Instance", usage: `${usage}:${type}`, unit: "Hrs", usd, date, attributes });
    }
  }
  return [...newest.values()];
}

function serverlessList(): Listed[] {
  return serverlessPrices.map(({ memoryMb, region, usdPerSecond: usd, date }) => ({
    region,
    family: "ML Serverless",
    usage: `ServerlessInf:Mem-${memoryMb / 1024}GB`,
    unit: "seconds",
    usd,
    date,
    attributes: { component: "Serverless Inference" },
  }));
}

function toProduct({ region, family, usage, unit, usd, date, attributes }: Listed): Product {
  const usagetype = `${REGION_CODES[region] ?? region.toUpperCase()}-${usage}`;
  const sku = createHash("sha256").update(usagetype).digest("hex").slice(0, 16).toUpperCase();
  const rateCode = `${sku}.${ON_DEMAND}.${RATE}`;
  return {
    product: {
      productFamily: family,
      sku,
      attributes: {
        servicecode: "AmazonSageMaker",
        regionCode: region,
        locationType: "AWS Region",
        usagetype,
        ...attributes,
      },
    },
    serviceCode: "AmazonSageMaker",
    terms: {
      OnDemand: {
        [`${sku}.${ON_DEMAND}`]: {
          offerTermCode: ON_DEMAND,
          sku,
          effectiveDate: `${date}T00:00:00Z`,
          priceDimensions: {
            [rateCode]: {
              unit,
              rateCode,
              beginRange: "0",
              endRange: "Inf",
              description: `$${usd} for ${usage}`,
              pricePerUnit: { USD: usd.toFixed(10) },
            },
          },
        },
      },
    },
    version: `${date.replaceAll("-", "")}000000`,
    publicationDate: `${date}T00:00:00Z`,
  };
}
