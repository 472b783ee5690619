import { offeredAlarms } from "@/lib/alarms/offer";
import { buildAlarmRequest } from "@/lib/alarms/request";
import type { AlarmRequest } from "@/lib/alarms/schema";

import type { DeployInput } from "./schema";

/** The alarms of the offered set for an endpoint that is still to come. They tell nobody yet: topics are added where they are listed. */
export function usualAlarms(
  { mode, variantName }: Pick<DeployInput, "mode" | "variantName">,
  endpoint: string,
): AlarmRequest[] {
  return offeredAlarms({ name: endpoint, mode, variants: [{ name: variantName }] }).map(({ why, ...alarm }) =>
    buildAlarmRequest({ ...alarm, description: why, topics: [] }),
  );
}
