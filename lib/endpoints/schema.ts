import { z } from "zod";

import { ENDPOINT_STATUSES } from "./view";

/** The rule SageMaker enforces on endpoint, model and config names (EndpointName in its service model). */
export const ResourceName = z
  .string()
  .trim()
  .min(1, "Give a name.")
  .max(63, "Use at most 63 characters.")
  .regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/, "Use letters, digits and single hyphens.");

/** The columns that ListEndpoints itself can sort by. */
export const ENDPOINT_SORTS = ["name", "created", "status"] as const;

const day = z.iso.date("Write the date as 2026-01-31.");

/** What the list of endpoints can be asked for; the same names stand in the page's URL. */
export const ListEndpointsInput = z.object({
  cursor: z.string().max(8192).optional(),
  search: z
    .string()
    .trim()
    .max(63, "Use at most 63 characters.")
    .regex(/^[a-zA-Z0-9-]*$/, "Endpoint names hold only letters, digits and hyphens.")
    .optional(),
  status: z.enum(ENDPOINT_STATUSES).optional(),
  createdAfter: day.optional(),
  createdBefore: day.optional(),
  sort: z.enum(ENDPOINT_SORTS).default("created"),
  order: z.enum(["asc", "desc"]).default("desc"),
  limit: z.coerce.number<number | string>().int().min(1).max(100).default(50),
});
export type ListEndpointsInput = z.output<typeof ListEndpointsInput>;

/** An endpoint to delete, and which of its parts go with it. */
export const DeleteEndpointInput = z.object({
  name: ResourceName,
  config: z.boolean(),
  models: z.array(ResourceName).max(50),
  /** Alarms that watch it, and those of its step policies: AWS leaves both behind. */
  alarms: z.array(z.string().min(1).max(255)).max(500),
});
export type DeleteEndpointInput = z.output<typeof DeleteEndpointInput>;

/** When an endpoint expires; null: never. */
export const SetExpiryInput = z.object({
  name: ResourceName,
  expiresAt: z.iso
    .datetime("Choose a day and a time.")
    .refine((at) => Date.parse(at) > Date.now(), "Choose a time that is still to come.")
    .nullable(),
});
export type SetExpiryInput = z.output<typeof SetExpiryInput>;

/** The visible rows of a table: at most a page of them. */
export const EndpointNames = z.array(ResourceName).min(1).max(100);
