import type { ServerResponse } from "node:http";
import type { z } from "zod";
import type { Behaviour, Delays } from "../behaviour.ts";
import type { MovableClock } from "../clock.ts";
import type { AwsRequest } from "../protocol/aws-request.ts";
import { readBody } from "../protocol/read-body.ts";
import type { InstanceQuotas } from "../quotas.ts";
import { ClockChange, FaultInput, ModuleNames, QuotaInput, ScenarioChoice, SpotInterruption } from "./admin-schemas.ts";
import type { FaultPlan } from "./fault-plan.ts";
import { SCENARIOS, scenarioBehaviour } from "./scenarios.ts";

/** What the admin surface can move: it belongs to the running server, whose state a reset replaces. */
export type AdminTargets = {
  clock: MovableClock;
  faults: FaultPlan;
  delays: Delays;
  behaviour(): Behaviour;
  quotas(): InstanceQuotas;
  /** Takes spot capacity away once from the training job of this name. */
  interruptSpot(trainingJobName: string): void;
  /** Lays out two weeks of metrics for an endpoint of its own; tells its name. */
  fillSampleTraffic(): object;
  reset(): Promise<void>;
  /** What would have been published to SNS topics, oldest first. */
  notifications(): object[];
  /** What the machine offers to scripts: JSON for `/_emulator/interpreters`. */
  interpreters(modules: readonly string[]): Promise<object>;
  /** JSON for `/_emulator/health`. */
  health(): object;
};

type Answer = { status: number; body: object };
type Handler = (targets: AdminTargets, body: Buffer, query: URLSearchParams) => Answer | Promise<Answer>;

const ok = (body: object): Answer => ({ status: 200, body });

const HANDLERS: Record<string, Handler> = {
  "GET health": (targets) => ok(targets.health()),
  "POST reset": async (targets) => {
    await targets.reset();
    targets.faults.clear();
    return ok({ reset: true });
  },
  "GET clock": (targets) => ok(clockJson(targets.clock)),
  "POST clock": (targets, body) =>
    parsed(ClockChange, body, async (change) => {
      await targets.clock.travel((now) => ("advanceMs" in change ? now + change.advanceMs : epochMs(change.setTo)));
      return ok(clockJson(targets.clock));
    }),
  "POST spot-interruptions": (targets, body) =>
    parsed(SpotInterruption, body, ({ trainingJobName }) => {
      targets.interruptSpot(trainingJobName);
      return ok({ trainingJobName });
    }),
  "GET calls": (targets) => ok({ calls: targets.faults.calls() }),
  "DELETE calls": (targets) => {
    targets.faults.forgetCalls();
    return ok({ calls: {} });
  },
  "GET notifications": (targets) => ok({ notifications: targets.notifications() }),
  "GET faults": (targets) => ok({ faults: targets.faults.list() }),
  "POST faults": (targets, body) =>
    parsed(FaultInput, body, (fault) => {
      targets.faults.add(fault);
      return ok({ faults: targets.faults.list() });
    }),
  "DELETE faults": (targets) => {
    targets.faults.clear();
    return ok({ faults: [] });
  },
  "GET interpreters": async (targets, _body, query) => {
    const modules = ModuleNames.safeParse(query.get("modules")?.split(",").filter(Boolean) ?? []);
    return modules.success
      ? ok(await targets.interpreters(modules.data))
      : refusal(400, "Name modules as Python does.");
  },
  "GET quotas": (targets) => ok({ quotas: targets.quotas().list() }),
  "POST quotas": (targets, body) =>
    parsed(QuotaInput, body, (quota) => {
      targets.quotas().set(quota);
      return ok({ quotas: targets.quotas().list() });
    }),
  "DELETE quotas": (targets) => {
    targets.quotas().clear();
    return ok({ quotas: [] });
  },
  "GET scenarios": (targets) =>
    ok({
      scenarios: Object.entries(SCENARIOS).map(([name, { description }]) => ({ name, description })),
      behaviour: targets.behaviour(),
    }),
  "POST scenarios": (targets, body) =>
    parsed(ScenarioChoice, body, ({ name }) => {
      const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
      if (!scenario)
        return refusal(404, `No scenario is called ${name}. There are: ${Object.keys(SCENARIOS).join(", ")}.`);
      Object.assign(targets.behaviour(), scenarioBehaviour(scenario, targets.delays));
      targets.faults.clear();
      for (const fault of scenario.faults) targets.faults.add(fault);
      const past = scenario.fillsPast ? targets.fillSampleTraffic() : {};
      return ok({ name, behaviour: targets.behaviour(), faults: targets.faults.list(), ...past });
    }),
};

/** `/_emulator/{health,reset,clock,calls,faults,quotas,scenarios,spot-interruptions,notifications,interpreters}`: what tests and rehearsals turn. */
export async function serveAdmin(targets: AdminTargets, request: AwsRequest): Promise<void> {
  const name = `${request.method} ${request.rawPath.slice("/_emulator/".length)}`;
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  if (isFromAnotherSite(request)) return send(request.res, refusal(403, "Not for pages of other sites."));
  if (!handler) return send(request.res, refusal(404, `There are: ${Object.keys(HANDLERS).join(", ")}.`));
  send(request.res, await handler(targets, await readBody(request.req), request.query));
}

/** The server refuses foreign pages that say so by their origin; this is for requests that a browser sends without one. */
function isFromAnotherSite({ req }: AwsRequest): boolean {
  return req.headers["sec-fetch-site"] === "cross-site";
}

function parsed<S extends z.ZodType>(
  schema: S,
  body: Buffer,
  run: (input: z.output<S>) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  let raw: unknown;
  try {
    raw = JSON.parse(body.toString("utf8") || "{}");
  } catch {
    return refusal(400, "The body is not JSON.");
  }
  const result = schema.safeParse(raw);
  return result.success ? run(result.data) : refusal(400, result.error.issues.map((issue) => issue.message).join(" "));
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message } };
}

const epochMs = (time: number | string): number => (typeof time === "string" ? Date.parse(time) : time);

function clockJson(clock: MovableClock): object {
  return { now: clock.now(), iso: new Date(clock.now()).toISOString() };
}

function send(res: ServerResponse, { status, body }: Answer): void {
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}
