import type { Pipe } from "../child/pipe.ts";

/** What one task makes of `inputs` and `parameters`: the Python pipeline's behaviour on top of the JavaScript one. */
export type TaskAdapter = {
  /** Name of the pipeline that is loaded; null: rules, for which nothing is loaded. */
  pipelineTask: string | null;
  run(call: TaskCall): Promise<unknown>;
};

export type TaskCall = {
  pipe: Pipe;
  task: string;
  inputs: unknown;
  parameters: Record<string, unknown>;
};
