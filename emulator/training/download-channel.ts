import { join } from "node:path";
import type { ObjectStore } from "../services/s3/storage/object-store.ts";
import { channelAddresses, nothingFound, shareOf, sourceOf } from "./channel-objects.ts";
import { downloadPrefix } from "./s3-folders.ts";
import type { HostFacts } from "./sm-environment.ts";
import { TrainingError } from "./training-error.ts";
import type { InputChannel } from "./training-job.ts";

/** Copies a channel's data into the folder where the script looks for it. Throws a TrainingError. */
export async function downloadChannel(store: ObjectStore, channel: InputChannel, facts: HostFacts): Promise<void> {
  const source = sourceOf(channel);
  const folder = join(facts.folders.data, channel.ChannelName);
  const isMine = shareOf(source, facts);
  let seen = 0;
  for (const address of channelAddresses(store, source)) {
    const before = seen;
    seen += await downloadPrefix(store, address, folder, (index) => isMine(before + index));
  }
  if (seen === 0) throw new TrainingError(nothingFound(source));
}
