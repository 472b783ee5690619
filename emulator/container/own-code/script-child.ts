import type { ScriptProcess } from "../../training/script-process.ts";
import type { CallListener, CallOutcome, InferenceChild } from "../child-process.ts";
import { JSON_TYPE } from "../contract/content-types.ts";
import { errorBody, INTERNAL } from "../contract/error-body.ts";
import type { CallMessage } from "../messages.ts";
import type { OwnCode } from "./find-own-code.ts";
import type { Frame } from "./frames.ts";
import { type DefaultPipeline, type HandlerProcess, startHandler } from "./handler-process.ts";
import { installRequirements } from "./install-requirements.ts";

export type ScriptContainer = {
  code: OwnCode;
  environment: Record<string, string>;
  /** The folder that the script is given as its model's; it may have to be downloaded first. */
  modelFolder(): Promise<string>;
  pipeline: DefaultPipeline;
  packagesDir: string;
};

/** A place in a pool for one container's script: its process starts with the first call, and again after it died. */
export function scriptChild(container: ScriptContainer): InferenceChild {
  const loaded = new Set<string>();
  let handler: HandlerProcess | null = null;
  let process: ScriptProcess | null = null;
  let listener: CallListener = { onLine: () => undefined };
  let isBusy = false;
  let isKilled = false;

  const onLine = (line: string, isError: boolean): void => listener.onLine(line, isError);
  const onProcess = (started: ScriptProcess): void => {
    process = started;
    // Given up while the model was still on its way.
    if (isKilled) started.kill();
  };

  async function ready(key: string): Promise<HandlerProcess> {
    if (handler?.isAlive()) return handler;
    loaded.clear();
    const { code, environment, pipeline, packagesDir } = container;
    const modelFolder = await container.modelFolder();
    const packages = await installRequirements(code, { packagesDir, onLine, onProcess });
    handler = await startHandler({ code, environment, pipeline, modelFolder, packages, onLine, onProcess });
    loaded.add(key);
    const started = process;
    void started?.ended.then(() => {
      if (process === started) loaded.clear();
    });
    return handler;
  }

  async function work(message: CallMessage): Promise<CallOutcome> {
    const { call, spec } = message;
    try {
      const script = await ready(spec.key);
      if (message.type !== "invoke") return { type: "loaded", call, loadMs: null, cpuUs: 0, rssBytes: 0 };
      const { contentType, accept, body } = message;
      const frame = await script.ask({ type: "invoke", contentType, accept }, body);
      return frame ? answered(call, frame) : { type: "died" };
    } catch (cause) {
      return { type: "failed", call, reason: cause instanceof Error ? cause.message : String(cause) };
    }
  }

  const kill = (): void => {
    isKilled = true;
    process?.kill();
  };

  return {
    get pid() {
      return process?.pid;
    },
    loaded,
    isBusy: () => isBusy,
    async run(message, calledBy, timeoutMs) {
      listener = calledBy;
      isBusy = true;
      const outcome = await new Promise<CallOutcome>((resolve) => {
        const timer = setTimeout(() => {
          kill();
          resolve({ type: "timed-out" });
        }, timeoutMs);
        void work(message).then((result) => {
          clearTimeout(timer);
          resolve(result);
        });
      });
      isBusy = false;
      return outcome;
    },
    // Python code cannot be asked to end early: the model server lets it finish, too.
    stop: () => undefined,
    kill,
  };
}

/** What the script answered; for an error the body is its text. */
function answered(call: number, { header, body }: Frame): CallOutcome {
  const status = Number(header.status);
  const isGood = status === 200;
  return {
    type: "answered",
    call,
    status,
    contentType: isGood ? String(header.contentType) : JSON_TYPE,
    body: isGood ? body : errorBody(status, INTERNAL, body.toString("utf8")),
    cpuUs: Number(header.cpuUs),
    rssBytes: Number(header.rssBytes),
  };
}
