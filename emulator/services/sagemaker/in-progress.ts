import { type Fault, validation } from "../../protocol/fault.ts";
import type { Endpoint } from "./endpoint.ts";

/** AWS's answer to a change or deletion while another change is under way. */
export function inProgress({ arn }: Endpoint): Fault {
  return validation(`Cannot update in-progress endpoint "${arn}".`);
}
