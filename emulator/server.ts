import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type AdminTargets, serveAdmin } from "./admin/admin.ts";
import { createFaultPlan } from "./admin/fault-plan.ts";
import { fillSampleTraffic } from "./admin/sample-traffic/fill-sample-traffic.ts";
import { type Delays, INTERACTIVE_DELAYS } from "./behaviour.ts";
import { type MovableClock, runningClock } from "./clock.ts";
import type { InferenceHost } from "./container/inference-host.ts";
import { type ContextOptions, type OpenContext, openContext } from "./open-context.ts";
import type { Operations } from "./protocol/aws-request.ts";
import { Fault } from "./protocol/fault.ts";
import { isFromForeignPage } from "./protocol/foreign-page.ts";
import { sendJsonFault } from "./protocol/json.ts";
import { readRequest } from "./protocol/read-request.ts";
import { toFault } from "./protocol/run-operation.ts";
import { routeRequest } from "./router.ts";
import { openNotifications } from "./services/runtime/async/notifications.ts";
import type { Service } from "./services/service.ts";
import { allServices } from "./services/services.ts";
import { findModules } from "./training/find-modules.ts";

export type EmulatorOptions = {
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  clock?: MovableClock;
  delays?: Delays;
  inference?: InferenceHost;
  /** Whether training jobs and endpoints may run people's scripts, with the rights of whoever starts the emulator; false when left out. */
  runsScripts?: boolean;
  /** Where models of the Hub come from; the Hub itself when left out. */
  hubUrl?: string;
};

export type Emulator = { url: string; clock: MovableClock; close(): Promise<void> };

/** Starts the emulator on 127.0.0.1; it answers when the promise resolves. Rejects when the port is taken. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const {
    port,
    dataDir,
    clock = runningClock(),
    delays = INTERACTIVE_DELAYS,
    inference,
    runsScripts = false,
    hubUrl,
  } = options;
  const contextOptions = { dataDir, clock, delays, inference, runsScripts, hubUrl };
  const faults = createFaultPlan();
  let running = openServices(contextOptions);
  /** Requests wait while a reset closes and opens everything. */
  let resetting = Promise.resolve();

  const admin: AdminTargets = {
    clock,
    faults,
    delays,
    behaviour: () => running.context.behaviour,
    quotas: () => running.context.quotas,
    interruptSpot: (trainingJobName) => running.context.spotInterruptions.add(trainingJobName),
    fillSampleTraffic: () =>
      fillSampleTraffic(running.context, {
        sagemaker: operationsOf(running.services, "sagemaker"),
        autoscaling: operationsOf(running.services, "application-autoscaling"),
      }),
    reset: () => {
      resetting = resetting.then(reset);
      return resetting;
    },
    notifications: () => openNotifications(running.context.database).list(),
    interpreters: async (modules) => ({ runsScripts, python3: await findModules(modules) }),
    health: () => ({
      status: "ok",
      services: running.services.map((service) => service.id),
      now: new Date(clock.now()).toISOString(),
    }),
  };

  async function reset(): Promise<void> {
    await running.close();
    await rm(dataDir, { recursive: true, force: true });
    running = openServices(contextOptions);
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const request = readRequest(req, res);
    try {
      if (isFromForeignPage(req)) throw new Fault("AccessDenied", "The emulator answers no pages of other sites.", 403);
      if (request.rawPath.startsWith("/_emulator/")) await serveAdmin(admin, request);
      else {
        await resetting;
        await routeRequest(running.services, request, faults);
      }
    } catch (cause) {
      if (res.headersSent) res.destroy();
      else sendJsonFault(request, toFault(cause));
    }
  }

  const server = createServer((req, res) => void answer(req, res));
  // SDKs keep connections for reuse: closing an idle one early would fail their next request now and then.
  server.keepAliveTimeout = 120_000;
  // Uploads of large models take their time.
  server.requestTimeout = 0;
  try {
    await listen(server, port);
  } catch (cause) {
    await running.close();
    throw cause;
  }
  for (const service of running.services) service.resume?.();

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    clock,
    close: async () => {
      await closeServer(server);
      await running.close();
    },
  };
}

function openServices(options: ContextOptions): OpenContext & { services: Service[] } {
  const opened = openContext(options);
  const services = allServices(opened.context);
  return {
    ...opened,
    services,
    close: async () => {
      opened.stop();
      await Promise.all(services.map((service) => service.close?.()));
      await opened.close();
    },
  };
}

function operationsOf(services: Service[], id: string): Operations {
  const service = services.find((each) => each.id === id);
  return service && "operations" in service ? service.operations : {};
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
