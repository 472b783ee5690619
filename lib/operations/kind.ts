import type { Permission } from "@/lib/auth/permissions";
import type { Workspace } from "@/lib/workspaces/view";

import type { OperationResource } from "./view";

/** What a step works with. `plan` was decided once, when the operation began, and never changes. */
export type StepContext<Plan> = { workspace: Workspace; plan: Plan; startedAt: Date };

/** `waiting`: AWS is still at it; ask again after a while. The text says what AWS says. */
export type StepOutcome = "done" | { waiting: string };

/**
 * One step of an operation. It may be run again after a crash at any point, so it must find what an earlier run made,
 * prove that it is this operation's, and never make a second one.
 */
export type Step<Plan> = {
  id: string;
  title: string;
  /** The audit row of the change; null for a step that only looks. */
  change: { permission: Permission; target: (plan: Plan) => string } | null;
  run: (context: StepContext<Plan>) => Promise<StepOutcome>;
};

export type MoreSteps<Plan> = {
  first: Step<Plan>[];
  last: Step<Plan>[];
  removedFirst?: Step<Plan>[];
  removedLast: Step<Plan>[];
};

/** A kind of operation: how it is made, how it is taken back, what of it exists. */
export type OperationKind<Plan> = {
  /** Every step there is, so that a journal written by another run can be read. */
  steps: Step<Plan>[];
  make: Step<Plan>[];
  /** All steps of another try after that step failed. */
  retry: (failedStep: string) => Step<Plan>[];
  remove: Step<Plan>[];
  /** Steps that only some plans have: before all others, after all others, and before and after all of a removal. */
  more?: (plan: Plan) => MoreSteps<Plan>;
  existing: (context: StepContext<Plan>) => Promise<OperationResource[]>;
  /** Values in the plan that must not appear in any message. */
  secrets: (plan: Plan) => string[];
};
