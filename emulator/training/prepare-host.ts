import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extractArchive } from "../archives/extract-archive.ts";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import { inputMode } from "./channel-objects.ts";
import { downloadChannel } from "./download-channel.ts";
import { openPipeChannel } from "./pipe-channel.ts";
import { downloadPrefix, parseS3 } from "./s3-folders.ts";
import { toolkitSetting } from "./script-command.ts";
import { type HostFacts, inputDataConfig, resourceConfig } from "./sm-environment.ts";
import { TrainingError } from "./training-error.ts";

/**
 * Fills a host's folders: configuration, inputs, checkpoints and the script. Gives back what ends the streams of its
 * Pipe channels. Throws a TrainingError.
 */
export async function prepareHost(store: ObjectStore, facts: HostFacts): Promise<() => void> {
  const { job, folders, hosts, host } = facts;
  const { HyperParameters = {}, InputDataConfig = [], CheckpointConfig } = job.definition;
  await writeConfig(folders.config, "hyperparameters.json", HyperParameters);
  await writeConfig(folders.config, "resourceconfig.json", resourceConfig(facts));
  await writeConfig(folders.config, "inputdataconfig.json", inputDataConfig(job));
  const pipes: (() => void)[] = [];
  for (const channel of InputDataConfig) {
    if (inputMode(channel, job) === "Pipe") pipes.push(await openPipeChannel(store, channel, facts));
    else await downloadChannel(store, channel, facts);
  }
  const checkpoints = CheckpointConfig && parseS3(CheckpointConfig.S3Uri);
  if (checkpoints && host === hosts[0]) await downloadPrefix(store, checkpoints, folders.checkpoints);
  await unpackSource(store, facts, toolkitSetting(HyperParameters, "sagemaker_submit_directory"));
  return () => {
    for (const close of pipes) close();
  };
}

function writeConfig(folder: string, name: string, value: object): Promise<void> {
  return writeFile(join(folder, name), JSON.stringify(value));
}

async function unpackSource(store: ObjectStore, { folders }: HostFacts, from: string | null): Promise<void> {
  if (!from) {
    throw new TrainingError(
      "ClientError: The emulator runs training in script mode: the hyperparameters sagemaker_program and sagemaker_submit_directory must name a script.",
    );
  }
  const inChannel = /^\/opt\/ml\/input\/data\/(.+)$/.exec(from)?.[1];
  const address = inChannel ? null : parseS3(from);
  const file = inChannel ? join(folders.data, inChannel) : address && store.objectFile(address.bucket, address.key);
  if (!file || file.split("/").includes("..")) {
    throw new TrainingError(`ClientError: The source archive ${from} does not exist.`);
  }
  try {
    await extractArchive(file, folders.code);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TrainingError(`ClientError: The source archive ${from} could not be unpacked: ${reason}.`);
  }
}
