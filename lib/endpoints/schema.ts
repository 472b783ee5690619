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
  /** Configs that ran before. */
  earlier: z.array(ResourceName).max(50).optional(),
  models: z.array(ResourceName).max(50),
  /** Alarms that watch it, and those of its step policies: AWS leaves both behind. */
  alarms: z.array(z.string().min(1).max(255)).max(500),
});
export type DeleteEndpointInput = z.output<typeof DeleteEndpointInput>;

/** Several endpoints to delete, each with its parts. */
export const DeleteEndpointsInput = z.object({
  endpoints: z.array(DeleteEndpointInput).min(1).max(50, "Delete at most 50 endpoints at once."),
});
export type DeleteEndpointsInput = z.output<typeof DeleteEndpointsInput>;

/** The endpoints of one preview of deletions. */
export const DeletedNames = z.array(ResourceName).min(1).max(50, "Select at most 50 endpoints.");

/** What SageMaker takes as a tag (TagKey and TagValue in its service model). */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TagKey = z
  .string()
  .trim()
  .min(1, "Give a key.")
  .max(128, "Use at most 128 characters.")
  .regex(TAG_TEXT, "Use letters, digits, spaces and _ . : / = + - @.")
  .refine((key) => !key.toLowerCase().startsWith("aws:"), "Keys that begin with aws: are AWS's own.");
const TagValue = z
  .string()
  .trim()
  .max(256, "Use at most 256 characters.")
  .regex(TAG_TEXT, "Use letters, digits, spaces and _ . : / = + - @.");

/** A tag to add, or whose value to change. */
export const TagInput = z.object({ key: TagKey, value: TagValue });
export type TagInput = z.output<typeof TagInput>;

/** Tags to put on and take off endpoints. */
export const ChangeTagsInput = z.object({
  names: z.array(ResourceName).min(1).max(100),
  add: z.array(TagInput).max(50),
  // As they are: what another tool made must be possible to take off.
  remove: z.array(z.string().min(1).max(128)).max(50),
});
export type ChangeTagsInput = z.output<typeof ChangeTagsInput>;

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
