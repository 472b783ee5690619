/**
 * Uploads a large file into S3 as the S3 browser does, part by part through the console, and watches the console's memory
 * meanwhile. Run it by `npm run bench:upload`; it starts a console as people do, on ports and a folder of its own.
 * `-- --mib 1000` sends more. It reads /proc: Linux only.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

import { PART_BYTES } from "../../lib/s3/limits.ts";
import { machineLine, machineLoad } from "./machine.ts";
import { type OwnConsole, startOwnConsole } from "./own-console.ts";
import { consolePid, residentMiB } from "./resident.ts";

const { values } = parseArgs({ options: { mib: { type: "string", default: "200" } } });
const bytes = Number(values.mib) * 1024 * 1024;
const place = { bucket: "bench-upload", key: "file.bin" };
const SAMPLE_MS = 100;
/** Some parts on their way and some that are not collected yet; a file held whole would take its own size. */
const MAX_GROWTH_MIB = 64;

const running = await startOwnConsole();
try {
  const credentials = { accessKeyId: "emulator", secretAccessKey: "emulator" };
  const s3 = new S3Client({ endpoint: running.emulatorUrl, region: "us-east-1", forcePathStyle: true, credentials });
  await s3.send(new CreateBucketCommand({ Bucket: place.bucket }));
  const pid = consolePid(running.pid);
  // What the console loads once at its first upload is not what uploads take.
  await upload(running, 3 * PART_BYTES);
  const startedAtLoad = machineLoad();
  const before = residentMiB(pid);
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentMiB(pid)), SAMPLE_MS);
  const startedAt = performance.now();
  await upload(running, bytes);
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(timer);
  const most = Math.max(...samples);
  console.info(`
uploaded            ${values.mib} MiB in ${seconds.toFixed(1)} s (${(Number(values.mib) / seconds).toFixed(0)} MiB/s)
console's memory    ${before} MiB before, ${most} MiB at most, ${residentMiB(pid)} MiB after (${samples.length} samples)
grew by             ${most - before} MiB (target: at most ${MAX_GROWTH_MIB} MiB, however large the file)   ${most - before <= MAX_GROWTH_MIB ? "met" : "missed"}

${machineLine()}, load ${startedAtLoad.toFixed(1)} before and ${machineLoad().toFixed(1)} after, Node ${process.version}`);
} finally {
  await running.stop();
}

async function upload(to: OwnConsole, size: number): Promise<void> {
  const query = { ...place, replace: "yes", bytes: String(size) };
  const { uploadId } = await call<{ uploadId: string }>(to, "POST", `uploads?${new URLSearchParams(query)}`);
  const parts: unknown[] = [];
  for (let sent = 0; sent < size; sent += PART_BYTES) {
    const piece = randomBytes(Math.min(PART_BYTES, size - sent));
    const part = { ...place, uploadId, part: String(parts.length + 1), bytes: String(piece.byteLength) };
    parts.push(await call(to, "PUT", `uploads?${new URLSearchParams(part)}`, piece));
  }
  await call(to, "POST", "uploads/completion", JSON.stringify({ ...place, replace: "yes", uploadId, parts }));
}

async function call<T>({ consoleUrl, cookie }: OwnConsole, method: string, path: string, body?: BodyInit): Promise<T> {
  const url = `${consoleUrl}/api/workspaces/local/s3/${path}`;
  const answer = await fetch(url, { method, headers: { cookie }, ...(body !== undefined && { body }) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
