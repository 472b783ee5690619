import { z } from "zod";

/** Hub user access tokens begin with `hf_`; older ones with `api_`. */
export const SetHubTokenInput = z.object({
  token: z
    .string()
    .trim()
    .min(1, "Paste a token.")
    .max(200, "Use at most 200 characters.")
    .regex(/^(hf|api)_[A-Za-z0-9]{8,}$/, "A Hub token begins with hf_ and has letters and digits only."),
});
export type SetHubTokenInput = z.output<typeof SetHubTokenInput>;

export const NothingInput = z.object({});

/** Whether expired endpoints are deleted by themselves. */
export const DeleteExpiredInput = z.object({ on: z.boolean() });
