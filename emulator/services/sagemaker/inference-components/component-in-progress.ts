import { validation } from "../../../protocol/fault.ts";
import type { InferenceComponent } from "./component.ts";

/** AWS refuses a change or deletion while another change is under way; its words are those for endpoints. */
export function checkChangeable({ arn, change, deleteAt }: InferenceComponent): void {
  if (change || deleteAt !== null) throw validation(`Cannot update in-progress inference component "${arn}".`);
}
