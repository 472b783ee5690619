import { existsSync } from "node:fs";
import { join } from "node:path";
import { machineEnvironment } from "./machine-environment.ts";
import { scriptCommand, toolkitSetting } from "./script-command.ts";
import { lastLines, scriptFailure } from "./script-failure.ts";
import { type ScriptProcess, startScript } from "./script-process.ts";
import type { HostFacts } from "./sm-environment.ts";
import { smEnvironment } from "./sm-environment.ts";

/** A host's script while it runs. `ended` gives null when it ended well, else the job's FailureReason. */
export type RunningHost = Pick<ScriptProcess, "terminate" | "kill"> & {
  ended: Promise<string | null>;
  /** Of the process above the script's; undefined before there is one. */
  pid(): number | undefined;
};

/** Installs what the script's folder asks for, then runs the script. */
export function runHost(facts: HostFacts, onLine: (line: string) => void): RunningHost {
  const { folders, job } = facts;
  const { HyperParameters = {} } = job.definition;
  const packages = join(folders.root, "packages");
  const env = { ...machineEnvironment(), PYTHONPATH: packages, PYTHONUNBUFFERED: "1", ...smEnvironment(facts) };
  const command = scriptCommand(
    toolkitSetting(HyperParameters, "sagemaker_program") ?? "",
    HyperParameters,
    folders.root,
  );
  let current: ScriptProcess | null = null;
  let isEnding = false;

  async function run(program: string, args: string[], shown: string): Promise<string | null> {
    if (isEnding) return "AlgorithmError: The job was stopped.";
    const errors = lastLines();
    current = startScript({ program, args, cwd: folders.code, env }, (line, isError) => {
      if (isError) errors.add(line);
      onLine(line);
    });
    const outcome = await current.ended;
    return outcome.code === 0 ? null : scriptFailure(outcome, shown, errors.text(), folders.failureFile);
  }

  async function runAll(): Promise<string | null> {
    if (existsSync(join(folders.code, "requirements.txt"))) {
      // Into the job's own folder: the machine's Python stays as it is.
      const args = ["-m", "pip", "install", "--quiet", "--target", packages, "-r", "requirements.txt"];
      const failure = await run("python3", args, "/usr/bin/python3 -m pip install -r requirements.txt");
      if (failure !== null) return failure.replace("ExecuteUserScriptError", "InstallRequirementsError");
    }
    onLine(`Invoking script with the following command:`);
    onLine(command.shown);
    return run(command.program, command.args, command.shown);
  }

  return {
    ended: runAll(),
    pid: () => current?.pid,
    terminate: () => current?.terminate(),
    kill: () => {
      isEnding = true;
      current?.kill();
    },
  };
}
