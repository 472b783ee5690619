import "server-only";
import type { AwsTarget } from "@/lib/aws/client";
import { cachedRead } from "@/lib/aws/read-cache";

import { refreshAfterMs } from "./queries";
import type { DashboardView } from "./view";

const MINUTE_MS = 60_000;
/** The place for a view is kept for as long as the slowest page asks again, the view only until it is asked for anew. */
const PLACE_TTL_MS = 3_600_000;

type Timed = Pick<DashboardView, "isLive" | "periodSeconds">;
type Shared<T> = { fromMs: number; untilMs: number; view: Promise<T> };

/**
 * Reads what pages ask for again and again once for all who look: whoever comes until the clock reaches the next whole
 * multiple of the time after which an open page asks again gets the same answer. So AWS is called as often for many
 * viewers as for one, who crosses such a moment with each question. `input` must name all that the view depends on but
 * the time. What failed is not kept, and a change in the workspace forgets all (`forgetReads`).
 */
export async function sharedView<T extends Timed>(
  target: AwsTarget,
  what: string,
  input: unknown,
  nowMs: number,
  read: () => Promise<T>,
): Promise<T> {
  const place = await cachedRead(target, what, input, PLACE_TTL_MS, async () => ({ shared: null as Shared<T> | null }));
  const known = place.shared;
  if (known && known.fromMs <= nowMs && nowMs < known.untilMs) return known.view;
  const fresh: Shared<T> = { fromMs: nowMs, untilMs: Number.POSITIVE_INFINITY, view: read() };
  place.shared = fresh;
  const forget = () => {
    if (place.shared === fresh) place.shared = null;
  };
  try {
    const view = await fresh.view;
    const everyMs = refreshAfterMs(view) || MINUTE_MS;
    fresh.untilMs = (Math.floor(nowMs / everyMs) + 1) * everyMs;
    setTimeout(forget, fresh.untilMs - nowMs).unref();
    return view;
  } catch (cause) {
    forget();
    throw cause;
  }
}
