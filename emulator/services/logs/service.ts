import type { EmulatorContext } from "../../context.ts";
import type { JsonService } from "../service.ts";
import { eventOperations } from "./events.ts";
import { groupOperations } from "./groups.ts";
import { liveTailOperations } from "./live-tail.ts";
import { streamOperations } from "./streams.ts";

/** CloudWatch Logs: what containers and jobs printed. */
export function logsService(context: EmulatorContext): JsonService {
  return {
    protocol: "json",
    id: "logs",
    targetPrefix: "Logs_20140328",
    operations: {
      ...groupOperations(context),
      ...streamOperations(context),
      ...eventOperations(context),
      ...liveTailOperations(context),
    },
  };
}
