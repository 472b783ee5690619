import { arch, cpus, loadavg, platform } from "node:os";

import packageJson from "../../package.json" with { type: "json" };
import { type Pairs, quantile } from "./measure.ts";

const MAX_ADDED_MS = 5;
const MIN_RATIO = 0.8;

/** Prints what was measured, on what, and whether it is within its targets. */
export function printReport(invocations: Pairs, streams: Pairs): void {
  const added = quantile(invocations.console, 0.5) - quantile(invocations.sdk, 0.5);
  const ratio = quantile(streams.console, 0.5) / quantile(streams.sdk, 0.5);
  const [cpu] = cpus();
  console.info(`
                      SDK        console
invocation  median    ${ms(quantile(invocations.sdk, 0.5))} ${ms(quantile(invocations.console, 0.5))}
            p95       ${ms(quantile(invocations.sdk, 0.95))} ${ms(quantile(invocations.console, 0.95))}
stream      median    ${rate(quantile(streams.sdk, 0.5))} ${rate(quantile(streams.console, 0.5))}
            p5        ${rate(quantile(streams.sdk, 0.05))} ${rate(quantile(streams.console, 0.05))}

added to an invocation, median   ${added.toFixed(2)} ms   (target: at most ${MAX_ADDED_MS} ms)   ${verdict(added <= MAX_ADDED_MS)}
speed of a stream, console / SDK ${ratio.toFixed(2)}      (target: at least ${MIN_RATIO})     ${verdict(ratio >= MIN_RATIO)}

${invocations.sdk.length} pairs of invocations, ${streams.sdk.length} of streams, in turns
${platform()} ${arch()}, ${cpus().length} × ${cpu?.model ?? "unknown processor"}, load ${loadavg()[0]?.toFixed(1)}
Node ${process.version}, Next ${packageJson.dependencies.next}, AWS SDK ${packageJson.dependencies["@aws-sdk/client-sagemaker-runtime"]}`);
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`.padEnd(10);
}

function rate(bytesPerSecond: number): string {
  return `${(bytesPerSecond / 1024).toFixed(1)} KiB/s`.padEnd(12);
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}
