import { z } from "zod";

import { InstanceTypeName, instanceCount, ResourceName, repeats, roleArn, TagRows } from "@/lib/fields/aws-fields";

export const ROUTING_STRATEGIES = ["LEAST_OUTSTANDING_REQUESTS", "RANDOM"] as const;

/** ManagedInstanceScalingMinInstanceCount begins at 0, …MaxInstanceCount at 1. */
const bound = (min: number) =>
  z.coerce
    .number<number | string>("Enter a number.")
    .int("Enter a whole number.")
    .min(min, min === 0 ? "Zero or more." : "At least one instance.")
    .max(1_000, "At most 1,000 instances.");

/** An endpoint that hosts inference components: instances, and no model yet. */
export const HostingInput = z
  .object({
    /** Made by the browser: sending the form twice starts one deploy. */
    requestId: z.uuid("Reload the page and try again."),
    /** The time that the config's name carries; set when the review opens. */
    stampedAt: z.iso.datetime("Open the review again."),
    endpointName: ResourceName,
    variantName: ResourceName,
    /** Instances are offered by what an image needs; here components bring theirs. */
    image: z.literal(""),
    instanceType: InstanceTypeName,
    instanceCount: instanceCount(1_000),
    isManaged: z.boolean(),
    minInstances: bound(0),
    maxInstances: bound(1),
    routing: z.enum(ROUTING_STRATEGIES),
    executionRoleArn: roleArn("to read models"),
    tags: TagRows,
  })
  .superRefine((input, context) => {
    const say = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
    if (input.isManaged) {
      if (input.maxInstances < input.minInstances) say(["maxInstances"], "Not below the minimum.");
      if (input.instanceCount > input.maxInstances) say(["instanceCount"], "Not above the maximum.");
      if (input.instanceCount < input.minInstances) say(["instanceCount"], "Not below the minimum.");
    }
    for (const index of repeats(input.tags.map((row) => row.key))) {
      say(["tags", index, "key"], "This key is already above.");
    }
  });
export type HostingInput = z.output<typeof HostingInput>;
/** What the form holds: numbers may still be text. */
export type HostingFormValues = z.input<typeof HostingInput>;
