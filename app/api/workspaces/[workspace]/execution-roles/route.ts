import type { NextRequest } from "next/server";

import { listSageMakerRoles } from "@/lib/aws/iam/roles";
import { workspaceRoute } from "@/lib/http/authed-route";

/** ARNs of the roles that SageMaker may take on in this account, for the role picker. */
export function GET(_request: NextRequest, ctx: RouteContext<"/api/workspaces/[workspace]/execution-roles">) {
  return workspaceRoute("endpoint:deploy", ctx, ({ workspace }) => listSageMakerRoles(workspace));
}
