import type { Kysely } from "kysely";

import type { AsyncState } from "@/lib/async/request-view";
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
  playground_calls: PlaygroundCallsTable;
  playground_examples: PlaygroundExamplesTable;
  async_requests: AsyncRequestsTable;
  cost_fleets: CostFleetsTable;
  price_lists: PriceListsTable;
  leases: LeasesTable;
  endpoint_configs_seen: EndpointConfigsSeenTable;
  endpoint_updates: EndpointUpdatesTable;
  dashboards: DashboardsTable;
  parked_endpoints: ParkedEndpointsTable;
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

/** Seen by the person alone who made the call; the latest of each person and workspace are kept. */
type PlaygroundCallsTable = {
  id: string;
  workspace_id: string;
  member_id: string;
  at: string;
  endpoint: string;
  variant: string | null;
  task: string | null;
  /** The first words of what was sent, for lists. */
  title: string;
  latency_ms: number | null;
  request_id: string | null;
  /** A `KeptBody` (lib/playground/view), tokens hidden. */
  request_json: string;
  answer_json: string | null;
  /** What went wrong, in a sentence; the whole of it in `problem_json`. */
  problem: string | null;
  problem_json: string | null;
};

/** Inputs that everybody in the workspace may try; unique by task and name. */
type PlaygroundExamplesTable = {
  id: string;
  workspace_id: string;
  task: string;
  name: string;
  note: string;
  request_json: string;
  /** Who saved it; the name as it was then. */
  member_id: string;
  member_name: string;
  created_at: string;
};

/** Asynchronous requests that were sent through the console, each until somebody takes it off the list. */
type AsyncRequestsTable = {
  /** Also the InferenceId that SageMaker is told. */
  id: string;
  workspace_id: string;
  member_id: string;
  member_name: string;
  at: string;
  endpoint: string;
  task: string | null;
  title: string;
  content_type: string;
  state: AsyncState;
  /** Null: the payload went with the request. */
  input_uri: string | null;
  /** A `KeptBody` (lib/playground/view), tokens hidden; null when the input lay in S3 before. */
  request_json: string | null;
  output_uri: string | null;
  failure_uri: string | null;
  ttl_seconds: number | null;
  timeout_seconds: number | null;
  /** The answer once somebody looked at it, when it is small. */
  answer_json: string | null;
  problem: string | null;
  problem_json: string | null;
  finished_at: string | null;
  /** How often S3 was asked for the answer, and when it is asked next; null: no more. */
  looks: number;
  next_look_at: string | null;
};

/** What a variant runs on from `since` until the next row's `since`: AWS forgets it with the endpoint's config. */
type CostFleetsTable = {
  workspace_id: string;
  endpoint: string;
  variant: string;
  since: string;
  last_seen_at: string;
  /** A `Fleet` (lib/costs/fleet). */
  fleet_json: string;
};

/** The newest prices of a region as the AWS Price List API gave them. */
type PriceListsTable = {
  region: string;
  read_at: string;
  /** `ListedPrice`s (lib/costs/price-table). */
  prices_json: string;
};

/** Background work that one replica at a time may do. */
type LeasesTable = { name: string; owner: string; expires_at: string };

/** A configuration that this console saw an endpoint with; it outlives both. */
type EndpointConfigsSeenTable = {
  id: string;
  workspace_id: string;
  endpoint: string;
  /** Tells endpoints of one name apart that were deleted and made again. */
  endpoint_created_at: string;
  config_name: string;
  first_seen_at: string;
  last_seen_at: string;
  /** When it was first seen in service with it; null: never. */
  served_at: string | null;
  /** A `RunView` (lib/updates/run-view), secrets masked; null when its parts were gone already. */
  run_json: string | null;
};

/** An update through this console; the id is its operation's. */
type EndpointUpdatesTable = {
  id: string;
  workspace_id: string;
  endpoint: string;
  kind: "update" | "return";
  from_config: string;
  to_config: string;
  strategy: string;
  /** A `RunView` of what was asked for, secrets masked. */
  requested_json: string;
  differences_json: string;
  /** The name as it was then. */
  member_name: string;
  started_at: string;
  /** An `UpdateVerdict` (lib/updates/view); null until the update has ended. */
  verdict_json: string | null;
};

/** Dashboards that people of a workspace made and all of them see; unique by name. */
type DashboardsTable = {
  id: string;
  workspace_id: string;
  name: string;
  /** `DashboardPanel[]` (lib/dashboards/schema), in their order. */
  panels_json: string;
  /** Who made it; the name as it was then. */
  member_id: string;
  member_name: string;
  created_at: string;
  updated_at: string;
  updated_by: string;
  /** Raised by each change, so that nobody overwrites what another saved meanwhile. */
  version: number;
};

/** An endpoint that was deleted to be made again as it was, until it is or somebody discards it. */
type ParkedEndpointsTable = {
  id: string;
  workspace_id: string;
  endpoint: string;
  /** The operation that parks or restores it. */
  operation_id: string;
  /** 1 once everything that was to go is gone. */
  is_parked: number;
  /** Sealed (lib/secrets/seal): the calls hold the environment with its tokens. */
  sealed_specification: string;
  /** A `ParkedSummary` (lib/parking/view), without any environment. */
  summary_json: string;
  member_id: string;
  /** The name as it was then. */
  member_name: string;
  created_at: string;
};
