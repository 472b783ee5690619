import packageJson from "../../package.json" with { type: "json" };
import { machineLine, machineLoad, tooBusy } from "./machine.ts";
import { type Measured, quantile } from "./measure.ts";

const MAX_ADDED_MS = 5;
const MIN_RATIO = 0.8;

type Report = {
  invocations: Measured<"sdk" | "console" | "floor">;
  streams: Measured<"sdk" | "console">;
  /** The machine's load before the first call. */
  startedAtLoad: number;
};

/** Prints what was measured, on what, and whether it is within its targets. */
export function printReport({ invocations, streams, startedAtLoad }: Report): void {
  const { sdk, console: route, floor } = invocations;
  const added = quantile(route, 0.5) - quantile(sdk, 0.5);
  const ratio = quantile(streams.console, 0.5) / quantile(streams.sdk, 0.5);
  const { dependencies } = packageJson;
  console.info(`
                      SDK          console      floor
invocation  median    ${ms(quantile(sdk, 0.5))} ${ms(quantile(route, 0.5))} ${ms(quantile(floor, 0.5))}
            p95       ${ms(quantile(sdk, 0.95))} ${ms(quantile(route, 0.95))} ${ms(quantile(floor, 0.95))}
stream      median    ${rate(quantile(streams.sdk, 0.5))} ${rate(quantile(streams.console, 0.5))}
            p5        ${rate(quantile(streams.sdk, 0.05))} ${rate(quantile(streams.console, 0.05))}

floor: a signed-in request that reads one table, without a call to an endpoint

added to an invocation, median   ${added.toFixed(2)} ms   (target: at most ${MAX_ADDED_MS} ms)   ${verdict(added <= MAX_ADDED_MS)}
speed of a stream, console / SDK ${ratio.toFixed(2)}      (target: at least ${MIN_RATIO})     ${verdict(ratio >= MIN_RATIO)}

${sdk.length} rounds of invocations, ${streams.sdk.length} of streams, in turns
${machineLine()}, load ${startedAtLoad.toFixed(1)} before and ${machineLoad().toFixed(1)} after
Node ${process.version}, Next ${dependencies.next}, AWS SDK ${dependencies["@aws-sdk/client-sagemaker-runtime"]}`);
  const warning = tooBusy(startedAtLoad);
  if (warning) console.warn(`\n${warning}`);
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`.padEnd(12);
}

function rate(bytesPerSecond: number): string {
  return `${(bytesPerSecond / 1024).toFixed(1)} KiB/s`.padEnd(12);
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}
