import type { JobFailure } from "../behaviour.ts";
import type { EmulatorContext } from "../context.ts";

/** Prints what a rehearsal lets a job's first instance print; returns the FailureReason that the job ends with. */
export function rehearseFailure(
  { telemetry, clock }: EmulatorContext,
  region: string,
  { group, stream }: { group: string; stream: string },
  { reason, log }: JobFailure,
): string {
  const at = clock.now();
  if (log.length > 0)
    telemetry.putLog(
      region,
      group,
      stream,
      log.map((message) => ({ at, message })),
    );
  return reason;
}
