import "server-only";
import { database } from "@/lib/db/database";

/** Configurations with which deploys through this console made an endpoint of that name, newest first. */
export async function deployedConfigs(workspaceId: string, endpoint: string): Promise<string[]> {
  const db = await database();
  const rows = await db
    .selectFrom("operations")
    .select("input_json")
    .where("workspace_id", "=", workspaceId)
    .where("kind", "=", "deploy")
    .where("target", "=", `endpoint ${endpoint}`)
    .where("status", "=", "succeeded")
    .orderBy("created_at", "desc")
    .limit(20)
    .execute();
  return rows.flatMap(({ input_json }) => {
    const { summary } = JSON.parse(input_json) as { summary: { endpointConfigName?: string } };
    return summary.endpointConfigName ?? [];
  });
}
