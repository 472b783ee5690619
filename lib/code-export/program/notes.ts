import type { RecipeCall } from "@/lib/recipes/view";

import { secretVariables } from "../secrets";
import { SDK_V2 } from "./python-sdk-estimator";
import { SDK_V3 } from "./python-sdk-v3";

/** What one does before running programs of these calls, a sentence each. */
export function programNotes(calls: readonly RecipeCall[], { isEmulator }: { isEmulator: boolean }): string[] {
  const variables = secretVariables(calls);
  return [
    ...(variables.length > 0
      ? [`Secrets are not in it: set ${new Intl.ListFormat("en-GB").format(variables)} in the shell.`]
      : []),
    ...(isEmulator ? ["Set AWS_ENDPOINT_URL to the emulator's address to run it here."] : []),
    `SDK v2 and v3 are the SageMaker Python SDK ${SDK_V2} and ${SDK_V3}.`,
  ];
}
