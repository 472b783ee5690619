import { Callout } from "@/components/ui/callout";
import { problemIn } from "@/lib/problem-in";
import type { ReviewList } from "@/lib/scaling/review-view";

import type { useReview } from "./use-review";

const NAMES: Record<ReviewList, string> = {
  targets: "scalable targets",
  policies: "policies",
  schedules: "scheduled actions",
  alarms: "alarms",
  activities: "activities",
  endpoints: "endpoints",
  quotas: "quotas",
  components: "inference components",
};
const LISTS = Object.keys(NAMES) as ReviewList[];

/** What is still on its way, and what could not be read: rows without it say less, and no warning rests on it. */
export function ReviewNotes({ loaded }: { loaded: ReturnType<typeof useReview>["loaded"] }) {
  const failed = LISTS.filter((list) => loaded[list].query.isError);
  const coming = LISTS.filter((list) => !loaded[list].isWhole && !loaded[list].query.isError);
  return (
    <>
      {failed.length > 0 ? (
        <Callout tone="warning" title={`Not read: ${failed.map((list) => NAMES[list]).join(", ")}`} className="mb-3">
          {failed.map((list) => (
            <p key={list}>{problemIn(loaded[list].query.error ?? new Error("It failed without a reason.")).message}</p>
          ))}
          <p>Warnings that need them are left out.</p>
        </Callout>
      ) : null}
      <p role="status" className="px-1 pb-2 text-sm text-muted empty:hidden">
        {coming.length > 0
          ? `Reading ${coming.map((list) => `${NAMES[list]} (${loaded[list].items.length} so far)`).join(", ")}…`
          : null}
      </p>
    </>
  );
}
