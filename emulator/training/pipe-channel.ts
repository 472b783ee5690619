import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import { channelAddresses, nothingFound, shareOf, sourceOf } from "./channel-objects.ts";
import { allBelow } from "./s3-folders.ts";
import type { HostFacts } from "./sm-environment.ts";
import { TrainingError } from "./training-error.ts";
import type { InputChannel, S3Source } from "./training-job.ts";

/**
 * Streams a channel's objects, one behind the other, into the named pipe `<channel>_<epoch>`, a new one for each time
 * that the script reads them (SageMaker's guide, "Pipe mode"). Gives back what ends the stream. Throws a TrainingError.
 */
export async function openPipeChannel(
  store: ObjectStore,
  channel: InputChannel,
  facts: HostFacts,
): Promise<() => void> {
  if ((channel.RecordWrapperType ?? "None") !== "None") {
    throw new TrainingError(
      `ClientError: The emulator wraps no records: leave RecordWrapperType of the channel ${channel.ChannelName} at None.`,
    );
  }
  const files = objectFiles(store, sourceOf(channel), facts);
  const unpack = channel.CompressionType === "Gzip" ? " | gzip -dc" : "";
  const pipeOf = (epoch: number) => join(facts.folders.data, `${channel.ChannelName}_${epoch}`);
  let writer: ChildProcess;
  let isClosed = false;

  function write(epoch: number): void {
    makePipe(pipeOf(epoch + 1)); // there before the script asks for it
    // The shell waits until the script opens the pipe; the names come by its input, which takes any number of them.
    const command = `exec > "$0"; xargs -0 cat --${unpack}`;
    writer = spawn("sh", ["-c", command, pipeOf(epoch)], { stdio: ["pipe", "ignore", "ignore"], detached: true });
    writer.stdin?.on("error", () => undefined); // it was ended before it had read them
    writer.stdin?.end(files.join("\0"));
    writer.once("exit", () => {
      if (!isClosed) write(epoch + 1);
    });
  }

  makePipe(pipeOf(0));
  write(0);
  return () => {
    isClosed = true;
    // The whole group: what reads the files is a child of the shell.
    if (writer.pid && writer.exitCode === null && writer.signalCode === null) process.kill(-writer.pid, "SIGKILL");
  };
}

function objectFiles(store: ObjectStore, source: S3Source, facts: HostFacts): string[] {
  const isMine = shareOf(source, facts);
  const files = channelAddresses(store, source)
    .flatMap(({ bucket, key, isObject }) => [...allBelow(store, bucket, key)].filter((o) => !isObject || o.key === key))
    .filter(({ key }) => !key.endsWith("/"))
    .map(({ blob }) => store.blobs.pathOf(blob));
  if (files.length === 0) throw new TrainingError(nothingFound(source));
  return files.filter((_, index) => isMine(index));
}

function makePipe(path: string): void {
  try {
    execFileSync("mkfifo", [path], { stdio: "ignore" });
  } catch {
    throw new TrainingError("ClientError: This machine cannot make named pipes (mkfifo), which Pipe mode needs.");
  }
}
