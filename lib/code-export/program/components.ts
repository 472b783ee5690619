import type { RecipeCall } from "@/lib/recipes/view";
import { makesAdapter } from "@/lib/specification/components-in";

/**
 * The inference components to wait for after a call: those made since the last wait, once all that can start at the same
 * time are asked for. An adapter needs its base in service; scaling and copies need them all.
 */
export function componentsToAwait(calls: readonly RecipeCall[]): ReadonlyMap<RecipeCall, string[]> {
  const waits = new Map<RecipeCall, string[]>();
  const made = calls.filter(({ operation }) => operation === "CreateInferenceComponent");
  let open: string[] = [];
  made.forEach((call, index) => {
    open.push(componentName(call));
    const next = made[index + 1];
    if (next && makesAdapter(next) === makesAdapter(call)) return;
    waits.set(call, open);
    open = [];
  });
  return waits;
}

/** The endpoint whose components calls delete; null: they delete none. */
export function emptiedEndpoint(calls: readonly RecipeCall[]): string | null {
  if (!calls.some(({ operation }) => operation === "DeleteInferenceComponent")) return null;
  const endpoint = calls.find(({ operation }) => operation === "DeleteEndpoint");
  return endpoint ? String(memberOf(endpoint, "EndpointName")) : null;
}

/** What a component is called. */
export function componentName(call: RecipeCall): string {
  return String(memberOf(call, "InferenceComponentName"));
}

/** A member of a call's input. */
export function memberOf({ input }: RecipeCall, member: string): unknown {
  return Object.entries(input).find(([name]) => name === member)?.[1];
}
