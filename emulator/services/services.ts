import type { EmulatorContext } from "../context.ts";
import { sagemakerService } from "./sagemaker/service.ts";
import type { Service } from "./service.ts";

/** Every service of the emulator, one line each. S3 accepts whatever nobody else wants and therefore stands last. */
export function allServices(context: EmulatorContext): Service[] {
  return [sagemakerService(context)];
}
