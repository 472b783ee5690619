import { z } from "zod";

const HUB_ID = /^[\w.-]+(\/[\w.-]+)?$/;

/** True for `owner/model`, and for the few old models without an owner. */
export function isHubId(text: string): boolean {
  // A name of dots alone would lead to another address of the Hub.
  return HUB_ID.test(text) && !text.split("/").some((part) => /^\.+$/.test(part));
}

export const HubModelInput = z.object({
  id: z.string().trim().max(200, "Use at most 200 characters.").refine(isHubId, "Write a Hub id: owner/model."),
  revision: z.string().trim().max(255, "Use at most 255 characters.").optional(),
});
export type HubModelInput = z.output<typeof HubModelInput>;
