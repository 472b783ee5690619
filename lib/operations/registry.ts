import "server-only";
import { saveAlarmsKind } from "@/lib/alarms/save-kind";
import { deployKind } from "@/lib/deploy/deploy-kind";
import { hostingKind } from "@/lib/deploy/hosting/hosting-kind";
import { deletionKind } from "@/lib/endpoints/deletion-kind";
import { AppError } from "@/lib/errors";
import { parkKind } from "@/lib/parking/park-kind";
import { restoreKind } from "@/lib/parking/restore-kind";
import { changeScalingKind } from "@/lib/scaling/change-kind";
import { splitKind } from "@/lib/traffic/split-kind";
import { transformKind } from "@/lib/transform/transform-kind";
import { updateKind } from "@/lib/updates/update-kind";

import type { OperationKind } from "./kind";

const KINDS: Record<string, OperationKind<never>> = {
  deploy: deployKind,
  "host-components": hostingKind,
  "delete-endpoint": deletionKind,
  "save-alarms": saveAlarmsKind,
  transform: transformKind,
  "change-scaling": changeScalingKind,
  "update-endpoint": updateKind,
  "park-endpoint": parkKind,
  "restore-endpoint": restoreKind,
  "split-traffic": splitKind,
};

/** The kind an operation in the journal says it is. Its plan was written by the same kind, hence the cast. */
export function operationKind(name: string): OperationKind<unknown> {
  const kind = KINDS[name];
  if (!kind) throw new AppError("unexpected", `This version of the console does not know operations of kind ${name}.`);
  return kind as unknown as OperationKind<unknown>;
}
