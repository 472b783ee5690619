import "server-only";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { TrainingSample } from "@/catalog/samples/schema";

export type SampleFile = { name: string; content: Buffer };
export type SampleFiles = { digest: string; source: SampleFile[]; channels: Record<string, SampleFile[]> };

/** A sample's files, and 16 hexadecimal digits that tell their content from any other. */
export async function readSampleFiles(sample: TrainingSample): Promise<SampleFiles> {
  const folder = join(process.cwd(), "catalog", "samples", sample.id);
  const source = await filesOf(join(folder, sample.sourceFolder));
  const channels: Record<string, SampleFile[]> = {};
  for (const channel of sample.channels) channels[channel.name] = await filesOf(join(folder, channel.folder));
  const hash = createHash("sha256");
  for (const { name, content } of [source, ...Object.values(channels)].flat()) hash.update(name).update(content);
  return { digest: hash.digest("hex").slice(0, 16), source, channels };
}

async function filesOf(folder: string): Promise<SampleFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  return Promise.all(names.toSorted().map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}
