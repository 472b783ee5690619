import { setTimeout as wait } from "node:timers/promises";
import type { EmulatorContext } from "../../../context.ts";
import { Fault } from "../../../protocol/fault.ts";
import type { ServingVariant } from "../serving-endpoint.ts";
import { recordColdStart, recordServerlessCall } from "./serverless-metrics.ts";

/** SageMaker's limit for a request to a serverless endpoint. */
export const MAX_SERVERLESS_BYTES = 4 * 1024 * 1024;

/** The environments of one variant. Provisioned ones are always there and not counted as idle. */
type Environments = {
  busy: number;
  /** When each environment that is ready and idle was last used, epoch milliseconds. */
  idle: number[];
};

export type ServerlessGate = {
  /**
   * Lets a call in, after a cold start where no environment is ready; throws ThrottlingException above MaxConcurrency.
   * The answer is called when the call has ended.
   */
  enter(region: string, endpointName: string, variant: ServingVariant): Promise<() => void>;
};

/** What serverless variants do that others do not: environments come when asked for and go after idleness. */
export function createServerlessGate(context: EmulatorContext): ServerlessGate {
  const { clock, inference, behaviour } = context;
  const places = new Map<string, Environments>();

  return {
    async enter(region, endpointName, variant) {
      const { serverless } = variant;
      if (!serverless) return () => undefined;
      // A change of the configuration begins with new environments.
      const place = JSON.stringify([variant.target, serverless]);
      const environments = places.get(place) ?? { busy: 0, idle: [] };
      places.set(place, environments);
      if (environments.busy >= serverless.MaxConcurrency) throw new Fault("ThrottlingException", "Rate exceeded");

      const provisioned = serverless.ProvisionedConcurrency ?? 0;
      const isProvisioned = environments.busy < provisioned;
      environments.idle = environments.idle.filter((usedAt) => clock.now() - usedAt < behaviour.serverlessIdleMs);
      const isCold = !isProvisioned && environments.idle.pop() === undefined;
      const isOnly = environments.busy === 0;
      environments.busy += 1;
      recordServerlessCall(context, {
        region,
        endpointName,
        variant,
        serverless,
        busy: environments.busy,
        isProvisioned,
      });
      const leave = (): void => {
        environments.busy -= 1;
        if (environments.busy >= provisioned) environments.idle.push(clock.now());
      };
      if (!isCold) return leave;
      try {
        const setupUs = await coldStart(variant, isOnly);
        recordColdStart(context, { region, endpointName, variant, setupUs });
        return leave;
      } catch {
        environments.busy -= 1;
        throw new Fault("ModelNotReadyException", NOT_READY, 429);
      }
    },
  };

  /** The model is really loaded again; only the time that AWS takes for the environment is played. */
  async function coldStart({ target }: ServingVariant, isOnly: boolean): Promise<number> {
    const startedAt = performance.now();
    if (isOnly) inference.release(target);
    await Promise.all([inference.start(target), wait(behaviour.coldStartMs, undefined, { ref: false })]);
    return Math.round((performance.now() - startedAt) * 1000);
  }
}

/** AWS's description of the exception. */
const NOT_READY =
  "Either a serverless endpoint variant's resources are still being provisioned, or a multi-model endpoint is still downloading or loading the target model. Wait and try your request again.";
