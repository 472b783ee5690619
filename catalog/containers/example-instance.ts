import type { Container } from "./schema";

const EXAMPLE_INSTANCES = {
  cpu: "ml.m5.xlarge",
  gpu: "ml.g5.xlarge",
  inferentia: "ml.inf1.xlarge",
  inferentia2: "ml.inf2.xlarge",
  trainium: "ml.trn1.2xlarge",
} as const;

/** An instance type that people usually take for the image's device. */
export function exampleInstance(container: Container): string {
  return EXAMPLE_INSTANCES[container.device];
}
