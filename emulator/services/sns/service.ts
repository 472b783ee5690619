import type { EmulatorContext } from "../../context.ts";
import type { QueryService } from "../service.ts";
import { subscriptionOperations } from "./subscriptions.ts";
import { topicOperations } from "./topics.ts";

/** Amazon SNS: topics and their subscriptions. What would be published stands in `GET /_emulator/notifications`. */
export function snsService(context: EmulatorContext): QueryService {
  return {
    protocol: "query",
    id: "sns",
    query: { scope: "sns", version: "2010-03-31", xmlNamespace: "http://sns.amazonaws.com/doc/2010-03-31/" },
    operations: { ...topicOperations(context), ...subscriptionOperations(context) },
  };
}
