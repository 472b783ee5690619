import "server-only";
import { PricingClient } from "@aws-sdk/client-pricing";

import { type AwsTarget, client } from "../client";

/** The Price List API. `region` is one of the few in which it answers, for the prices of all. */
export const pricingClient = (target: AwsTarget, region: string) =>
  client({ ...target, region }, "pricing", (o) => new PricingClient(o));
