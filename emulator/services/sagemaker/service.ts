import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";

/** SageMaker's control plane. */
export function sagemakerService(_context: EmulatorContext): JsonService {
  return { protocol: "json", id: "sagemaker", targetPrefix: "SageMaker", operations: {} };
}
