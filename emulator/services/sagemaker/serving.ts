import type { EmulatorContext } from "../../context.ts";
import type { FindServing } from "../runtime/serving-endpoint.ts";

/** Finds endpoints that serve: null for one that is created, failed, going or gone. */
export function findServing(_context: EmulatorContext): FindServing {
  return () => null;
}
