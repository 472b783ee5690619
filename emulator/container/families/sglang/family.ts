import { jsonAnswer } from "../answer.ts";
import type { Family } from "../family.ts";
import { openLimits } from "../open-limits.ts";
import { readModelArguments } from "../openai/model-arguments.ts";
import { accessLine } from "../openai/uvicorn-log.ts";

const NAMES = { prefix: "SM_SGLANG_", program: "launch_server.py", model: "MODEL_PATH", maxLength: "CONTEXT_LENGTH" };

/** SGLang's server, started with the arguments that SM_SGLANG_* spell. */
export const sglang: Family = {
  limits: () => openLimits(Number.POSITIVE_INFINITY),
  launch(target) {
    const { environment, settings } = readModelArguments(target, NAMES);
    return { environment, task: "text-generation", server: { family: "sglang", settings } };
  },
  logLoading: (log, model) => log.line(`${stamp(log.now())} Load weight begin. model=${model}`),
  logReady(log, _model, elapsedMs) {
    log.line(`${stamp(log.now())} Load weight end. elapsed=${(elapsedMs / 1000).toFixed(2)} s`);
    log.line(`${stamp(log.now())} The server is fired up and ready to roll!`);
    log.line(`${stamp(log.now())} ${accessLine("GET", "/ping", 200)}`);
  },
  logInvocation: (log, status) => log.line(`${stamp(log.now())} ${accessLine("POST", "/invocations", status)}`),
  failure(kind, message) {
    const status = kind === "overloaded" ? 503 : 500;
    const text = kind === "failed" ? message : "The request queue is full.";
    const shown = kind === "died" ? "The scheduler process has died." : text;
    return jsonAnswer(status, {
      object: "error",
      message: shown,
      type: "InternalServerError",
      param: null,
      code: status,
    });
  },
};

function stamp(time: Date): string {
  return `[${time.toISOString().slice(0, 19).replace("T", " ")}]`;
}
