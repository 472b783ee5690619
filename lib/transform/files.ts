import "server-only";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { listObjectsBelow } from "@/lib/aws/s3/list-below";
import { openObject } from "@/lib/aws/s3/read-object";
import { AppError } from "@/lib/errors";
import type { Workspace } from "@/lib/workspaces/view";
import type { TransformFile, TransformFiles, TransformJobView } from "./job-view";
import { outputKey, parseS3Uri } from "./s3-address";

type Place = { bucket: string; key: string };
export type InputFile = { path: string; bytes: number; place: Place };
type Inputs = { files: InputFile[]; isCut: boolean };

const MAX_MANIFEST_BYTES = 1024 ** 2;
const Manifest = z.tuple([z.object({ prefix: z.string() })]).rest(z.string());

/** A job's input objects, and which of them have their output: two listings, three calls with a manifest. */
export async function readTransformFiles(workspace: Workspace, job: TransformJobView): Promise<TransformFiles> {
  const [inputs, outputs] = await Promise.all([readInputs(workspace, job), readOutputs(workspace, job)]);
  const files = inputs.files.map(({ path, bytes }): TransformFile => {
    const output = outputs.get(outputKey(parseS3Uri(job.outputUri)?.key ?? "", path));
    // An object that an earlier job left at the same address is not this job's.
    const isOurs = output && job.createdAt !== null && output.at >= job.createdAt.slice(0, 19);
    return { path, bytes, output: isOurs ? { bytes: output.bytes, at: output.at } : null };
  });
  return { files, isCut: inputs.isCut };
}

/** The objects that a job reads, the first thousand of them. */
export function readInputs(workspace: Workspace, job: TransformJobView): Promise<Inputs> {
  return job.inputType === "ManifestFile"
    ? listedInputs(workspace, job.inputUri)
    : inputsBelow(workspace, job.inputUri);
}

/** One of a job's inputs by its path, and where its output is; throws `not-found` for a path that the job did not read. */
export async function requireFile(workspace: Workspace, job: TransformJobView, path: string) {
  const { files } = await readInputs(workspace, job);
  const input = files.find((file) => file.path === path);
  const output = parseS3Uri(job.outputUri);
  if (!input || !output) throw new AppError("not-found", `The job did not read a file ${path}.`);
  return { input, output: { bucket: output.bucket, key: outputKey(output.key, path) } };
}

async function inputsBelow(workspace: Workspace, uri: string): Promise<Inputs> {
  const address = parseS3Uri(uri);
  if (!address) return { files: [], isCut: false };
  const listing = await listObjectsBelow(workspace, address);
  const objects = listing.objects.filter(({ key }) => !key.endsWith("/"));
  const { key: prefix, bucket } = address;
  const isFolder = prefix !== "" && !prefix.endsWith("/") && objects.every(({ key }) => key.startsWith(`${prefix}/`));
  const start = isFolder ? prefix.length + 1 : prefix.lastIndexOf("/") + 1;
  const files = objects.map(({ key, bytes }) => ({ path: key.slice(start), bytes, place: { bucket, key } }));
  return { files, isCut: listing.isCut };
}

async function listedInputs(workspace: Workspace, uri: string): Promise<Inputs> {
  const address = parseS3Uri(uri);
  if (!address) return { files: [], isCut: false };
  const { body, bytes } = await openObject(workspace, address);
  if (bytes > MAX_MANIFEST_BYTES) {
    body.destroy();
    return { files: [], isCut: true };
  }
  const parsed = Manifest.safeParse(parseJson(await text(body)));
  if (!parsed.success) return { files: [], isCut: false };
  const [{ prefix }, ...names] = parsed.data;
  const base = parseS3Uri(prefix);
  if (!base) return { files: [], isCut: false };
  const listing = await listObjectsBelow(workspace, base);
  const sizes = new Map(listing.objects.map(({ key, bytes: size }) => [key, size]));
  const files = names.map((name) => {
    const key = base.key + name;
    return { path: name.replace(/^\/+/, ""), bytes: sizes.get(key) ?? 0, place: { bucket: base.bucket, key } };
  });
  return { files, isCut: listing.isCut };
}

async function readOutputs(workspace: Workspace, job: TransformJobView) {
  const address = parseS3Uri(job.outputUri);
  if (!address) return new Map<string, { bytes: number; at: string }>();
  const prefix = address.key === "" || address.key.endsWith("/") ? address.key : `${address.key}/`;
  const { objects } = await listObjectsBelow(workspace, { bucket: address.bucket, key: prefix });
  return new Map(objects.map(({ key, bytes, at }) => [key, { bytes, at }]));
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
