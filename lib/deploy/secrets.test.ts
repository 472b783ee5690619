import { expect, test } from "vitest";

import { hideSecrets } from "@/lib/secrets/hide";
import { MASK } from "@/lib/secrets/mask";

import { maskRequests, secretValues } from "./secrets";
import type { DeployRequests } from "./view";

const environment = { HF_TOKEN: "hf_secret", HF_TASK: "text-generation", SAGEMAKER_PROGRAM: "", MAX_TOTAL_TOKENS: "9" };

test("requests that are shown hold no token, and everything else as it is", () => {
  const requests: DeployRequests = {
    model: { ModelName: "m", ExecutionRoleArn: "r", PrimaryContainer: { Image: "i", Environment: environment } },
    endpointConfig: { EndpointConfigName: "c", ProductionVariants: [] },
    endpoint: { EndpointName: "e", EndpointConfigName: "c", Tags: [] },
  };
  expect(maskRequests(requests).model.PrimaryContainer.Environment).toStrictEqual({ ...environment, HF_TOKEN: MASK });
  expect(requests.model.PrimaryContainer.Environment.HF_TOKEN).toBe("hf_secret");
});

test("a secret that AWS repeats in a message is hidden", () => {
  const message = "Value 'hf_secret' at 'environment' is bad for text-generation";
  expect(hideSecrets(message, secretValues(environment))).toBe(
    `Value '${MASK}' at 'environment' is bad for text-generation`,
  );
});
