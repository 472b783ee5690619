import { checkAccess } from "./checks/access";
import { checkArchive } from "./checks/archive";
import { checkDevice } from "./checks/device";
import { checkHost } from "./checks/host";
import { checkImage } from "./checks/image";
import { checkMemory } from "./checks/memory";
import { checkModelType } from "./checks/model-type";
import { checkQuota } from "./checks/quota";
import { checkRole } from "./checks/role";
import { checkServerless } from "./checks/serverless";
import { checkStartUp } from "./checks/start-up";
import { checkTask } from "./checks/task";
import type { PreflightPlan } from "./plan";
import type { Check, Evidence } from "./view";

/** Every check that a plan calls for, over the evidence that was gathered. Pure. */
export function runChecks(plan: PreflightPlan, evidence: Evidence): Check[] {
  const { access, archive, quota, role } = evidence;
  // Code of one's own decides by itself what is loaded and how.
  const bringsCode = plan.values.ownCode || (archive?.state === "seen" && archive.value.runsOwnCode);
  const loaded = bringsCode ? null : evidence.model;
  return [
    checkImage(plan),
    checkDevice(plan),
    checkHost(plan),
    checkAccess(plan, access),
    checkArchive(plan, archive),
    checkModelType(plan, loaded),
    checkTask(plan, loaded),
    checkMemory(plan, evidence.model),
    checkServerless(plan),
    checkStartUp(plan, evidence.model),
    checkQuota(plan, quota),
    checkRole(plan, role),
  ].filter((outcome) => outcome !== null);
}
