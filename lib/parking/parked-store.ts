import "server-only";
import { database } from "@/lib/db/database";
import type { Schema } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { OperationStatus } from "@/lib/operations/view";
import { seal, unseal } from "@/lib/secrets/seal";
import type { EndpointSpecification } from "@/lib/specification/view";

import type { ParkedEndpoint, ParkedState, ParkedSummary } from "./view";

type Row = Schema["parked_endpoints"] & { status: string | null };

/** So many are shown; the newest first. */
const MOST = 200;

type NewParked = Omit<ParkedEndpoint, "state"> & { memberId: string; specification: EndpointSpecification };

/** Keeps an endpoint's specification, sealed, before anything of it is deleted. */
export async function insertParked(workspaceId: string, parked: NewParked): Promise<void> {
  const db = await database();
  await db
    .insertInto("parked_endpoints")
    .values({
      id: parked.id,
      workspace_id: workspaceId,
      endpoint: parked.endpoint,
      operation_id: parked.operationId,
      is_parked: 0,
      sealed_specification: seal(JSON.stringify(parked.specification)),
      summary_json: JSON.stringify(parked.summary),
      member_id: parked.memberId,
      member_name: parked.memberName,
      created_at: parked.parkedAt,
    })
    .execute();
}

/** The parked endpoints of a workspace, newest first. */
export async function listParked(workspaceId: string): Promise<ParkedEndpoint[]> {
  const rows = await (await rowsOf(workspaceId)).orderBy("parked_endpoints.created_at", "desc").limit(MOST).execute();
  return rows.map(toParked);
}

/** One of them; throws `not-found`. */
export async function readParked(workspaceId: string, id: string): Promise<ParkedEndpoint> {
  return toParked(await rowOf(workspaceId, id));
}

/** What was kept of it, secrets included: for the server alone. */
export async function openSpecification(workspaceId: string, id: string): Promise<EndpointSpecification> {
  const { sealed_specification } = await rowOf(workspaceId, id);
  try {
    return JSON.parse(unseal(sealed_specification)) as EndpointSpecification;
  } catch {
    throw new AppError("unavailable", "The kept specification can no longer be read.", {
      hint: "The console's session secret has changed since it was parked. Set the old one again, or discard it.",
    });
  }
}

/** Everything that was to go is gone. */
export async function markParked(id: string): Promise<void> {
  await (await database()).updateTable("parked_endpoints").set({ is_parked: 1 }).where("id", "=", id).execute();
}

/** Another operation works on it now. */
export async function setParkedOperation(id: string, operationId: string): Promise<void> {
  const db = await database();
  await db.updateTable("parked_endpoints").set({ operation_id: operationId }).where("id", "=", id).execute();
}

/** Forgets it: it runs again, or nobody wants it any more. */
export async function deleteParked(workspaceId: string, id: string): Promise<void> {
  const db = await database();
  await db.deleteFrom("parked_endpoints").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

async function rowsOf(workspaceId: string) {
  const db = await database();
  return db
    .selectFrom("parked_endpoints")
    .leftJoin("operations", "operations.id", "parked_endpoints.operation_id")
    .selectAll("parked_endpoints")
    .select("operations.status as status")
    .where("parked_endpoints.workspace_id", "=", workspaceId);
}

async function rowOf(workspaceId: string, id: string): Promise<Row> {
  const row = await (await rowsOf(workspaceId)).where("parked_endpoints.id", "=", id).executeTakeFirst();
  if (row) return row;
  throw new AppError("not-found", "There is no such parked endpoint any more.", {
    hint: "Somebody may have restored or discarded it.",
  });
}

function toParked(row: Row): ParkedEndpoint {
  return {
    id: row.id,
    endpoint: row.endpoint,
    state: stateOf(row.is_parked === 1, row.status as OperationStatus | null),
    operationId: row.operation_id,
    summary: JSON.parse(row.summary_json) as ParkedSummary,
    memberName: row.member_name,
    parkedAt: row.created_at,
  };
}

/** A failed operation that somebody left as it is, or took back, asks for nothing more. */
function stateOf(isParked: boolean, operation: OperationStatus | null): ParkedState {
  if (operation === "running") return isParked ? "restoring" : "parking";
  return operation === "failed" ? "failed" : "parked";
}
