import { ContainerStartError, type InferenceHost, type ServingTarget } from "../container/inference-host.ts";

/** Containers that start when the test says so: for what happens around them, in an order that the test knows. */
export type HeldInference = InferenceHost & {
  /** What was asked to start and has not yet. */
  waiting(): ServingTarget[];
  /** What endpoints no longer run. */
  released(): ServingTarget[];
  /** Lets everything that waits start, and what comes later at once. */
  letGo(): void;
  /** Ends everything that waits without a health check answered. */
  fail(reason: string): void;
};

type Held = { target: ServingTarget; resolve: () => void; reject: (cause: Error) => void };

export function heldInference(): HeldInference {
  let held: Held[] = [];
  let isHolding = true;
  const released: ServingTarget[] = [];

  function takeHeld(): Held[] {
    const taken = held;
    held = [];
    return taken;
  }

  return {
    start: (target) =>
      isHolding
        ? new Promise((resolve, reject) => {
            held.push({ target, resolve, reject });
          })
        : Promise.resolve(),
    invoke: async () => ({ status: 200, contentType: "application/json", body: Buffer.from("[]"), modelLatencyUs: 1 }),
    release: (target) => {
      released.push(target);
    },
    released: () => released,
    close: async () => {
      for (const { reject } of takeHeld()) reject(new ContainerStartError("The emulator stops."));
    },
    waiting: () => held.map(({ target }) => target),
    letGo: () => {
      isHolding = false;
      for (const { resolve } of takeHeld()) resolve();
    },
    fail: (reason) => {
      for (const { reject } of takeHeld()) reject(new ContainerStartError(reason));
    },
  };
}

/** Containers that start at once. */
export function instantInference(): InferenceHost {
  const host = heldInference();
  host.letGo();
  return host;
}
