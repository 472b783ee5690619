import type { Kysely } from "kysely";

import type { Role } from "@/lib/auth/permissions";

/**
 * The console's own tables. Columns use only what SQLite and PostgreSQL share:
 * text ids, ISO time stamps as text, JSON as text (`…_json`), truth as 0 or 1.
 */
export type Schema = {
  members: MembersTable;
  workspaces: WorkspacesTable;
  audit: AuditTable;
  operations: OperationsTable;
  settings: SettingsTable;
  sign_in_attempts: SignInAttemptsTable;
};

export type Database = Kysely<Schema>;

type MembersTable = {
  id: string;
  /** What a person types to sign in; unique without regard to case, kept in lower case. */
  name: string;
  /** Argon2id; null for people who come from the identity provider. */
  password_hash: string | null;
  /** `issuer subject` of the identity provider; null for local accounts. */
  subject: string | null;
  role: Role;
  is_disabled: number;
  /** Raised to end every open session of this member. */
  session_version: number;
  created_at: string;
  last_sign_in_at: string | null;
};

type WorkspacesTable = {
  id: string;
  label: string;
  region: string;
  is_emulator: number;
  endpoint_url: string | null;
  role_arn: string | null;
  execution_role_arn: string | null;
  bucket: string | null;
  created_at: string;
};

type AuditTable = {
  id: string;
  at: string;
  /** Name and role as they were then: the row outlives the member. */
  member_id: string;
  member_name: string;
  member_role: string;
  workspace_id: string | null;
  action: string;
  target: string;
  /** `started` that never became anything else means that the console died meanwhile: the outcome is not known. */
  outcome: "started" | "succeeded" | "failed";
  request_ids_json: string;
  error_code: string | null;
  error_message: string | null;
  finished_at: string | null;
};

/** Journal of changes that take several AWS calls; one row per change, steps recorded as they are done. */
type OperationsTable = {
  id: string;
  workspace_id: string;
  kind: string;
  /** What it is about, for lists: `endpoint my-endpoint`. */
  target: string;
  member_id: string;
  member_name: string;
  /** Secrets in here are sealed first (lib/secrets/seal). */
  input_json: string;
  steps_json: string;
  status: string;
  /** The process that works on it; another one may take over when the lease has expired. */
  lease_owner: string | null;
  lease_expires_at: string | null;
  error_json: string | null;
  created_at: string;
  updated_at: string;
};

type SettingsTable = {
  /** `global` or a workspace's id. */
  scope: string;
  key: string;
  /** Sealed (lib/secrets/seal) when the setting is a secret. */
  value: string;
  updated_at: string;
  updated_by: string;
};

type SignInAttemptsTable = { key: string; failures: number; locked_until: string; updated_at: string };
