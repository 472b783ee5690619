import type { EmulatorContext } from "../../context.ts";
import type { QueryService } from "../service.ts";
import { rolePolicyOperations } from "./role-policies.ts";
import { roleOperations } from "./roles.ts";
import { seedRoles } from "./seed-roles.ts";
import { simulationOperations } from "./simulate.ts";

/** AWS Identity and Access Management: the roles that forms offer, and what those roles may do. */
export function iamService(context: EmulatorContext): QueryService {
  seedRoles(context);
  return {
    protocol: "query",
    id: "iam",
    query: { scope: "iam", version: "2010-05-08", xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/" },
    operations: { ...roleOperations(context), ...rolePolicyOperations(context), ...simulationOperations(context) },
  };
}
