import { z } from "zod";

import { ResourceName, s3Uri } from "@/lib/fields/aws-fields";

import { ASYNC_STATES } from "./request-view";

/** SageMaker's limit for a payload that comes with the request (AsyncBodyBlob). */
export const MAX_INLINE_BYTES = 128_000;

export const AsyncId = z.uuid("There is no such request.");

const seconds = (min: number, max: number) =>
  z.coerce
    .number<number | string>("Enter a number of seconds.")
    .int("Enter whole seconds.")
    .min(min, `At least ${min} seconds.`)
    .max(max, `At most ${max.toLocaleString("en-US")} seconds.`)
    .optional();

/** What is said of a request beside its payload; `inputUri` in place of one. The limits are InvokeEndpointAsync's. */
export const SendAsyncInput = z.object({
  id: AsyncId,
  endpoint: ResourceName,
  inputUri: s3Uri("s3://bucket/key").optional(),
  fileName: z.string().max(200).optional(),
  task: z.string().max(64).optional(),
  ttlSeconds: seconds(60, 21_600),
  timeoutSeconds: seconds(1, 3_600),
});
export type SendAsyncInput = z.output<typeof SendAsyncInput>;

export const ListAsyncInput = z.object({
  endpoint: z.string().max(63).optional(),
  state: z.enum(ASYNC_STATES).optional(),
  search: z.string().max(200).optional(),
  mine: z.coerce.boolean().optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type ListAsyncInput = z.output<typeof ListAsyncInput>;

export const AsyncIdsInput = z.object({ ids: z.array(AsyncId).min(1, "Choose a request.").max(100) });
export const ResendInput = z.object({ id: AsyncId, newId: AsyncId });
