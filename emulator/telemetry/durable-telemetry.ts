import type { Clock } from "../clock.ts";
import { atomically } from "../store/atomically.ts";
import type { Database } from "../store/database.ts";
import { type LogBatch, type LogStore, openLogStore } from "./log-store.ts";
import { type MetricStore, openMetricStore } from "./metric-store.ts";
import type { MetricDatum, Telemetry } from "./telemetry.ts";

/** CloudWatch keeps minutes for 15 days and coarser data longer; the emulator keeps everything for 15 days. */
const RETENTION_MS = 15 * 24 * 60 * 60 * 1000;
const PRUNE_EVERY_MS = 60 * 60 * 1000;
/** An invocation must not wait for the disk; a killed emulator loses this much at most. */
const FLUSH_AFTER_MS = 50;

/** Telemetry in the emulator's database, with what CloudWatch and CloudWatch Logs need to read it. */
export type DurableTelemetry = Telemetry & {
  /** What was put before is seen by the next read. */
  readonly metrics: MetricStore;
  readonly logs: LogStore;
  close(): void;
};

export function openTelemetry(database: Database, clock: Clock): DurableTelemetry {
  const metrics = openMetricStore(database);
  const logs = openLogStore(database);
  let pendingMetrics: { region: string; datum: MetricDatum }[] = [];
  let pendingLogs: LogBatch[] = [];
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const [data, batches] = [pendingMetrics, pendingLogs];
    pendingMetrics = [];
    pendingLogs = [];
    if (data.length === 0 && batches.length === 0) return;
    atomically(database, () => {
      metrics.write(data);
      logs.write(batches);
    });
  }

  function flushSoon(): void {
    timer ??= setTimeout(() => {
      try {
        flush();
      } catch (cause) {
        // A full disk costs some measurements, not the emulator.
        console.error("telemetry:", cause);
      }
    }, FLUSH_AFTER_MS);
  }

  function prune(): void {
    const before = clock.now() - RETENTION_MS;
    metrics.prune(before);
    logs.prune(before);
  }

  // At the start too: on a laptop it seldom runs for an hour.
  prune();
  const pruning = setInterval(prune, PRUNE_EVERY_MS);
  pruning.unref();

  return {
    putMetric(region, datum) {
      pendingMetrics.push({ region, datum });
      flushSoon();
    },
    putLog(region, group, stream, events) {
      pendingLogs.push({ region, group, stream, ingestedAt: clock.now(), events });
      flushSoon();
    },
    get metrics() {
      flush();
      return metrics;
    },
    get logs() {
      flush();
      return logs;
    },
    close() {
      clearInterval(pruning);
      flush();
    },
  };
}
