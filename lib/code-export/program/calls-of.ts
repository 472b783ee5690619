import { makingCalls, removingCalls } from "@/lib/recipes/calls";
import type { RecipeCall } from "@/lib/recipes/view";

import type { ProgramExport } from "./view";

/** The calls that a program sends, in order. */
export function makingOf({ calls, requests }: ProgramExport): readonly RecipeCall[] {
  return calls?.making ?? makingCalls(requests);
}

/** The calls that take away again what a program made, in order. */
export function removingOf({ calls, requests }: ProgramExport): readonly RecipeCall[] {
  return calls?.removing ?? removingCalls(requests);
}
