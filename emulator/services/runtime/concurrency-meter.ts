import type { FollowedClock } from "../../clock.ts";
import type { Telemetry } from "../../telemetry/telemetry.ts";
import { recordConcurrency } from "./invocation-metrics.ts";
import type { ServingVariant } from "./serving-endpoint.ts";

/** Who is asked: a variant, or an inference component on it. */
export type Asked = { region: string; endpointName: string; variant: ServingVariant };

export type ConcurrencyMeter = {
  /** A request comes: how many are under way with it, and what to call when it is over. */
  enter(asked: Asked): { concurrent: number; leave(): void };
};

type Dependencies = { clock: FollowedClock; telemetry: Telemetry; stopping: AbortSignal };

const PERIOD_MS = 10_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Counts requests under way, and publishes them once in ten seconds of the emulator's clock: high-resolution scaling
 * has to see the calls that last, and not only those that begin or end.
 */
export function createConcurrencyMeter({ clock, telemetry, stopping }: Dependencies): ConcurrencyMeter {
  const underWay = new Map<string, { asked: Asked; count: number }>();
  let published = Math.floor(clock.now() / PERIOD_MS);

  function look(): void {
    const period = Math.floor(clock.now() / PERIOD_MS);
    if (period === published || stopping.aborted) return;
    published = period;
    for (const { asked, count } of underWay.values()) recordConcurrency({ clock, telemetry }, asked, count);
  }

  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  clock.onMove(look, stopping);
  stopping.addEventListener("abort", () => clearInterval(timer), { once: true });

  return {
    enter(asked) {
      const key = keyOf(asked);
      const count = (underWay.get(key)?.count ?? 0) + 1;
      underWay.set(key, { asked, count });
      return {
        concurrent: count,
        leave: () => {
          const left = (underWay.get(key)?.count ?? 1) - 1;
          if (left > 0) underWay.set(key, { asked, count: left });
          else underWay.delete(key);
        },
      };
    },
  };
}

function keyOf({ region, endpointName, variant: { name, component } }: Asked): string {
  return `${region}/${endpointName}/${component ? `component/${component.name}` : name}`;
}
