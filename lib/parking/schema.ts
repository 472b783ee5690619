import { z } from "zod";

import { ResourceName } from "@/lib/endpoints/schema";

/** The operation's id comes from the browser, so that sending it twice begins one operation. */
const requestId = z.uuid("This is not a request's id.");

export const ParkInput = z.object({ name: ResourceName, requestId });
export type ParkInput = z.output<typeof ParkInput>;

export const ParkedId = z.uuid("This is not the id of a parked endpoint.");

/** `name` is for the audit. */
export const RestoreInput = z.object({ id: ParkedId, name: ResourceName, requestId });
export type RestoreInput = z.output<typeof RestoreInput>;

export const DiscardInput = z.object({ id: ParkedId, name: ResourceName });
export type DiscardInput = z.output<typeof DiscardInput>;
