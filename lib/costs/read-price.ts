import type { PriceComponent } from "@/catalog/instance-types/schema";
import { isRecord } from "@/lib/inference/is-record";

import type { ListedPrice } from "./price-table";

/** How usage types of the price list name what an instance is used for: `USE1-Host:ml.m5.xlarge`. */
const COMPONENTS: Record<string, PriceComponent> = {
  Host: "hosting",
  Train: "training",
  Tsform: "transform",
  AsyncInf: "async",
};
const INSTANCE = /(?:^|-)(Host|Train|Tsform|AsyncInf):(ml\.[a-z0-9.-]+)$/;
const SERVERLESS = /(?:^|-)ServerlessInf:Mem-(\d+)GB$/;

/**
 * The price that an item of AWS's price list (form `aws_v1`, a JSON text) states for an instance hour or a serverless
 * second. Null for any other product, for other units and currencies, and for prices in steps: those are unknown here.
 */
export function readListedPrice(text: string): ListedPrice | null {
  const item: unknown = JSON.parse(text);
  const usage = at(item, "product", "attributes", "usagetype");
  if (typeof usage !== "string") return null;
  const terms = Object.values(record(at(item, "terms", "OnDemand")));
  const [dimension, ...more] = terms.flatMap((term) => Object.values(record(at(term, "priceDimensions"))));
  const usd = Number(at(dimension, "pricePerUnit", "USD"));
  const date = String(at(terms[0], "effectiveDate") ?? "").slice(0, 10);
  const unit = String(at(dimension, "unit") ?? "");
  if (more.length > 0 || !(usd > 0) || !/^\d{4}-\d\d-\d\d$/.test(date)) return null;

  const [, use = "", type] = INSTANCE.exec(usage) ?? [];
  const component = COMPONENTS[use];
  if (component && type && /^(hr|hrs|hours?)$/i.test(unit)) return { kind: "instance", type, component, usd, date };
  const gigabytes = SERVERLESS.exec(usage)?.[1];
  if (!gigabytes || !/^(s|secs?|seconds?)$/i.test(unit)) return null;
  return { kind: "serverless", memoryMb: Number(gigabytes) * 1_024, usd, date };
}

/** The prices that are told once or always alike: of what has two, nobody knows which is charged. */
export function withoutContradictions(listed: readonly ListedPrice[]): ListedPrice[] {
  const known = new Map<string, ListedPrice | null>();
  for (const price of listed) {
    const key = price.kind === "instance" ? `${price.component} ${price.type}` : `${price.memoryMb}`;
    const other = known.get(key);
    known.set(key, other === undefined || other?.usd === price.usd ? price : null);
  }
  return [...known.values()].filter((price) => price !== null);
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce((inner: unknown, name) => (isRecord(inner) ? inner[name] : undefined), value);
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
