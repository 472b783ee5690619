import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { machineEnvironment } from "../../training/machine-environment.ts";
import { CHANNEL, type ScriptProcess, startScript } from "../../training/script-process.ts";
import { ContainerStartError } from "../inference-host.ts";
import type { OwnCode } from "./find-own-code.ts";
import { encodeFrame, type Frame, frameReader } from "./frames.ts";
import { pythonFailure } from "./python-failure.ts";

/** The emulator's own way to run the model, for scripts that leave the loading to the toolkit. */
export type DefaultPipeline = {
  /** Rejects when the emulator cannot load the model. */
  load(): Promise<void>;
  ask(contentType: string, body: Buffer): Promise<{ status: number; body: Buffer }>;
};

export type HandlerStart = {
  code: OwnCode;
  modelFolder: string;
  /** Where the script's requirements are; null: it has none. */
  packages: string | null;
  environment: Record<string, string>;
  pipeline: DefaultPipeline;
  onLine(line: string, isError: boolean): void;
  /** Given the process as soon as it runs, so that it can be ended before it is ready. */
  onProcess(process: ScriptProcess): void;
};

/** A script's process with its model loaded. */
export type HandlerProcess = {
  /** One request at a time; null when the process died over it. */
  ask(header: object, body: Uint8Array): Promise<Frame | null>;
  isAlive(): boolean;
};

const TOOLKIT = join(import.meta.dirname, "python");

/** Starts a script's process; resolves when its model is loaded, rejects with ContainerStartError in Python's words. */
export async function startHandler(start: HandlerStart): Promise<HandlerProcess> {
  // Relative paths of a script lead here, and not into the archive that other endpoints share.
  const folder = await mkdtemp(join(tmpdir(), "own-code-"));
  const script = startScript(pythonStart(start, folder), start.onLine);
  start.onProcess(script);
  let isAlive = true;
  /** Who waits for the next frame: first the start, then each request. */
  let waiting: ((frame: Frame | null) => void) | null = null;
  const nextFrame = () => new Promise<Frame | null>((resolve) => (waiting = resolve));
  const settle = (frame: Frame | null): void => {
    const resolve = waiting;
    waiting = null;
    resolve?.(frame);
  };
  const read = frameReader((frame) => {
    if (frame.header.type === "load-pipeline" || frame.header.type === "ask-pipeline") void serve(frame);
    else settle(frame);
  });
  script.channel?.on("data", read);

  async function serve({ header, body }: Frame): Promise<void> {
    const answer = await answerPipeline(start.pipeline, header, body);
    script.channel?.write(answer);
  }

  const first = nextFrame();
  const ended = script.ended.then((outcome) => {
    isAlive = false;
    settle(null);
    void rm(folder, { recursive: true, force: true });
    return outcome;
  });

  const frame = await first;
  if (frame?.header.type !== "ready") {
    const outcome = await ended;
    throw new ContainerStartError(frame ? String(frame.header.reason) : pythonFailure(outcome));
  }
  return {
    ask(header, body) {
      if (!isAlive) return Promise.resolve(null);
      const answer = nextFrame();
      script.channel?.write(encodeFrame(header, body));
      return answer;
    },
    isAlive: () => isAlive,
  };
}

function pythonStart({ code, modelFolder, packages, environment }: HandlerStart, cwd: string) {
  const path = [packages, code.folder, TOOLKIT].filter((part) => part !== null).join(delimiter);
  return {
    program: "python3",
    args: ["-u", "-m", "emulated_toolkit", modelFolder, code.module, String(CHANNEL)],
    cwd,
    // The archive's folder is shared: nothing is compiled into it.
    env: { ...machineEnvironment(), ...environment, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: "1" },
    hasChannel: true,
  };
}

async function answerPipeline(pipeline: DefaultPipeline, header: Frame["header"], body: Buffer): Promise<Buffer> {
  try {
    if (header.type === "load-pipeline") {
      await pipeline.load();
      return encodeFrame({ type: "loaded" });
    }
    const answer = await pipeline.ask(String(header.contentType), body);
    return encodeFrame({ type: "answer", status: answer.status }, answer.body);
  } catch (cause) {
    return encodeFrame({ type: "refused", reason: cause instanceof Error ? cause.message : String(cause) });
  }
}
