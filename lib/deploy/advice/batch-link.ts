import { toLink } from "@/lib/deploy/from-link";
import type { DeployFormValues } from "@/lib/deploy/schema";

/** What the two forms share; the names, counts and addresses of an endpoint mean other things in a transform job. */
const SHARED = ["source", "model", "revision", "archive", "task", "image", "instance"];

/** The query of the batch form over the model of a deploy form. */
export function batchLink(values: DeployFormValues): string {
  const all = new URLSearchParams(toLink(values));
  return new URLSearchParams([...all].filter(([name]) => SHARED.includes(name))).toString();
}
