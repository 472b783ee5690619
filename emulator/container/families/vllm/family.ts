import { jsonAnswer } from "../answer.ts";
import type { Family } from "../family.ts";
import { openLimits } from "../open-limits.ts";
import { readModelArguments } from "../openai/model-arguments.ts";
import { accessLine } from "../openai/uvicorn-log.ts";

const NAMES = { prefix: "SM_VLLM_", program: "api_server.py", model: "MODEL", maxLength: "MAX_MODEL_LEN" };
const PROCESS = "(APIServer pid=1) ";

/** vLLM's OpenAI server, started with the arguments that SM_VLLM_* spell. */
export const vllm: Family = {
  limits: () => openLimits(Number.POSITIVE_INFINITY),
  launch(target) {
    const { environment, settings } = readModelArguments(target, NAMES);
    return { environment, task: "text-generation", server: { family: "vllm", settings } };
  },
  logLoading: (log, model) => log.line(`${PROCESS}INFO ${stamp(log.now())} [api_server.py] Loading model ${model}`),
  logReady(log, _model, elapsedMs) {
    const seconds = (elapsedMs / 1000).toFixed(2);
    log.line(`${PROCESS}INFO ${stamp(log.now())} [gpu_model_runner.py] Model loading took ${seconds} seconds`);
    log.line(`${PROCESS}INFO:     Application startup complete.`);
    log.line(PROCESS + accessLine("GET", "/ping", 200));
  },
  logInvocation: (log, status) => log.line(PROCESS + accessLine("POST", "/invocations", status)),
  failure(kind, message) {
    const status = kind === "overloaded" ? 503 : 500;
    const text =
      kind === "died" ? "EngineCore encountered an issue. See stack trace (above) for the root cause." : message;
    return jsonAnswer(status, { error: { message: text, type: "InternalServerError", param: null, code: status } });
  },
};

/** `11-23 09:15:35`. */
function stamp(time: Date): string {
  return time.toISOString().slice(5, 19).replace("T", " ");
}
