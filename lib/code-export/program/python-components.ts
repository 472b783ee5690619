import type { RecipeCall } from "@/lib/recipes/view";

import { componentsToAwait, emptiedEndpoint } from "./components";
import { removalCode } from "./python-requests";

/** boto3 has no waiter for inference components: a function that waits for some, with a client called `sagemaker`. */
export function componentWaiter(calls: readonly RecipeCall[]): string {
  if (componentsToAwait(calls).size === 0) return "";
  return `
def wait_for_components(*names):
    for name in names:
        while True:
            component = sagemaker.describe_inference_component(InferenceComponentName=name)
            status = component["InferenceComponentStatus"]
            if status == "InService":
                break
            if status == "Failed":
                raise RuntimeError(component.get("FailureReason"))
            time.sleep(15)

`;
}

/** What the waiting imports. */
export function componentImports(calls: readonly RecipeCall[]): string[] {
  return componentsToAwait(calls).size > 0 ? ["import time"] : [];
}

/** The line that waits for what was made until a call. */
export function componentWait(calls: readonly RecipeCall[], call: RecipeCall): string[] {
  const names = componentsToAwait(calls).get(call);
  return names ? [`wait_for_components(${names.map((name) => JSON.stringify(name)).join(", ")})`] : [];
}

/** Removing calls as lines of `clean_up`: an endpoint goes once its components are gone. */
export function removalLines(calls: readonly RecipeCall[]): string[] {
  const endpoint = emptiedEndpoint(calls);
  return calls.map((call) => {
    const code = removalCode(call);
    if (call.operation !== "DeleteEndpoint" || !endpoint) return code;
    return `    while sagemaker.list_inference_components(EndpointNameEquals=${JSON.stringify(endpoint)})["InferenceComponents"]:
        time.sleep(15)
${code}`;
  });
}
