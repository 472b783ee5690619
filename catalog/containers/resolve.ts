import { regionById } from "@/catalog/regions/select";

import { containers } from "./data";
import { deviceOfInstance } from "./device";
import { hasValue } from "./dimensions";
import { buildImageUri, notHeldReason } from "./image-uri";
import { DEVICE_LABELS, FAMILY_LABELS, FRAMEWORK_LABELS } from "./labels";
import type { Container, ContainerDevice, ContainerFamily, ContainerFramework, ContainerUse } from "./schema";
import { newestFirst } from "./versions";
import { deviceWords, listOf } from "./words";

/** A request for an image as code makes it, with full or short version numbers. */
export type ContainerRequest = {
  use?: ContainerUse;
  family: ContainerFamily;
  repository?: string;
  framework?: ContainerFramework;
  frameworkVersion?: string;
  transformersVersion?: string;
  /** Version of the server, for families that are asked for by one number. */
  version?: string;
  device?: ContainerDevice;
  pythonVersion?: string;
  region: string;
  instanceType?: string;
  isServerless?: boolean;
};

export type Resolution = { ok: true; container: Container; imageUri: string } | { ok: false; reason: string };

/** Thrown inside only: the first thing that makes a request impossible. */
class Refusal extends Error {}

/** The image_uri that a request means, or the reason why there is none. Never guesses a tag. */
export function resolveContainer(request: ContainerRequest): Resolution {
  try {
    const { container, isShort } = narrow(request);
    const built = buildImageUri(container, request.region, isShort ? (container.shortTag ?? undefined) : undefined);
    return built.ok ? { ok: true, container, imageUri: built.imageUri } : built;
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, reason: cause.message };
    throw cause;
  }
}

function narrow(request: ContainerRequest): { container: Container; isShort: boolean } {
  const { use, family } = request;
  if (!use) throw new Refusal("Say what the image is for: training or inference.");
  if (!regionById(request.region))
    throw new Refusal(`No registry of Hugging Face images is known in ${request.region}.`);
  const device = wantedDevice(request);

  const name = FAMILY_LABELS[family].label;
  let left = containers.filter((row) => row.family === family && row.use === use);
  if (left.length === 0) throw new Refusal(`The ${name} family has no ${use} image.`);
  if (request.repository) left = left.filter((row) => row.repository === request.repository);
  const group = `${request.repository ?? name} ${use} images`;

  if (device && !left.some((row) => row.device === device)) throw new Refusal(noDevice(request, device, left, group));
  if (request.framework) left = byFramework(left, request.framework, group);
  const versions = byVersions(left, request, group);
  left = versions.left;
  if (device) left = byDevice(left, device, request);
  if (request.pythonVersion) left = byPython(left, request.pythonVersion);
  if (new Set(left.map((row) => row.device)).size > 1) {
    throw new Refusal(`Choose an instance type or a device: there are images for ${deviceWords(left)}.`);
  }
  // Builds that differ only in CUDA or revision: the one that the SDK makes is what code asks for.
  const container = left.find((row) => row.sdk !== null) ?? left[0];
  if (!container) throw new Refusal("No image agrees with all of the request.");
  if (!hasValue(container, "region", request.region)) throw new Refusal(notHeldReason(container, request.region));
  return { container, isShort: versions.isShort };
}

function wantedDevice({ device, instanceType, isServerless }: ContainerRequest): ContainerDevice | null {
  if (instanceType === undefined) return device ?? (isServerless ? "cpu" : null);
  const instance = deviceOfInstance(instanceType);
  if (instance.device === null) throw new Refusal(instance.reason);
  if (device && device !== instance.device) {
    throw new Refusal(
      `${instanceType} needs an image for ${DEVICE_LABELS[instance.device]}, not ${DEVICE_LABELS[device]}.`,
    );
  }
  return instance.device;
}

function noDevice(
  request: ContainerRequest,
  device: ContainerDevice,
  left: readonly Container[],
  group: string,
): string {
  const where = request.instanceType
    ? `${request.instanceType} needs an image for ${DEVICE_LABELS[device]}`
    : `You asked for ${DEVICE_LABELS[device]}`;
  const elsewhere = containers.filter((row) => row.use === request.use && row.device === device && !left.includes(row));
  const others = [
    ...new Set(
      elsewhere.map((row) => (row.family === request.family ? row.repository : FAMILY_LABELS[row.family].label)),
    ),
  ];
  const hint = others.length > 0 ? ` For ${DEVICE_LABELS[device]} take ${listOf(others)}.` : "";
  return `${where}, but ${group} exist for ${deviceWords(left)} only.${hint}`;
}

function byFramework(left: Container[], framework: ContainerFramework, group: string): Container[] {
  const found = left.filter((row) => row.framework === framework);
  if (found.length === 0) throw new Refusal(`${group} do not come with ${FRAMEWORK_LABELS[framework]}.`);
  return found;
}

function byVersions(
  left: Container[],
  request: ContainerRequest,
  group: string,
): { left: Container[]; isShort: boolean } {
  if (isServer(left)) return { left: byServerVersion(left, request, group), isShort: false };
  const { transformersVersion, frameworkVersion } = request;
  if (!transformersVersion) {
    throw new Refusal(`Name the transformers version: ${group} exist with ${versionsOf(left, "transformersVersion")}.`);
  }
  const transformers = pickVersion(
    left,
    transformersVersion,
    "transformersVersion",
    "transformers",
    `transformers in ${group}`,
  );
  const framework = transformers.left[0]?.framework ?? "pytorch";
  const name = FRAMEWORK_LABELS[framework];
  if (!frameworkVersion) {
    throw new Refusal(
      `Name the framework version: transformers ${transformersVersion} goes with ${name} ${versionsOf(transformers.left, "frameworkVersion")}.`,
    );
  }
  const chosen = pickVersion(
    transformers.left,
    frameworkVersion,
    "frameworkVersion",
    "framework",
    `${name} with transformers ${transformersVersion}`,
  );
  if (chosen.isShort !== transformers.isShort) {
    throw new Refusal("Write both versions in full, or both short: the SDK does not mix them.");
  }
  // Only these two families keep the short text in the tag; the others expand it.
  const keepsShort = request.family === "huggingface" || request.family === "training-compiler";
  return { left: chosen.left, isShort: chosen.isShort && keepsShort };
}

function pickVersion(
  left: readonly Container[],
  wanted: string,
  column: "transformersVersion" | "frameworkVersion",
  alias: "transformers" | "framework",
  what: string,
): { left: Container[]; isShort: boolean } {
  const full = left.filter((row) => row[column] === wanted);
  if (full.length > 0) return { left: full, isShort: false };
  const short = left.filter((row) => row.aliases[alias].includes(wanted));
  if (short.length > 0) return { left: short, isShort: true };
  const longer = left.filter((row) => row[column]?.startsWith(`${wanted}.`));
  if (longer.length > 0)
    throw new Refusal(`${wanted} is no short name for ${what}: write ${versionsOf(longer, column)}.`);
  throw new Refusal(`There is no version ${wanted} of ${what}; there is ${versionsOf(left, column)}.`);
}

/** Servers are asked for by their own version number. */
function isServer(left: readonly Container[]): boolean {
  return left.every((row) => !["huggingface", "training-compiler", "neuron", "neuronx"].includes(row.family));
}

function byServerVersion(left: Container[], request: ContainerRequest, group: string): Container[] {
  const { version } = request;
  const versionOf = (row: Container) => row.engineVersion ?? row.frameworkVersion;
  const known = listOf([...new Set(left.map(versionOf))].sort(newestFirst), 6);
  if (!version) throw new Refusal(`Name the version: ${group} exist in ${known}.`);
  const exact = left.filter((row) => versionOf(row) === version);
  const found = exact.length > 0 ? exact : left.filter((row) => row.aliases.version.includes(version));
  if (found.length === 0) throw new Refusal(`There is no version ${version} of ${group}; there is ${known}.`);
  return found;
}

function byDevice(left: Container[], device: ContainerDevice, request: ContainerRequest): Container[] {
  const found = left.filter((row) => row.device === device);
  if (found.length > 0) return found;
  const asked = request.instanceType
    ? `${request.instanceType} needs an image for ${DEVICE_LABELS[device]}`
    : `You asked for ${DEVICE_LABELS[device]}`;
  throw new Refusal(`${asked}, but these versions exist for ${deviceWords(left)} only.`);
}

function byPython(left: Container[], pythonVersion: string): Container[] {
  const found = left.filter((row) => row.pythonVersion === pythonVersion);
  if (found.length > 0) return found;
  const known = left.flatMap((row) => (row.pythonVersion ? [row.pythonVersion] : []));
  throw new Refusal(`These images do not come with Python ${pythonVersion}; they have ${listOf([...new Set(known)])}.`);
}

function versionsOf(left: readonly Container[], column: "transformersVersion" | "frameworkVersion"): string {
  const versions = left.flatMap((row) => (row[column] ? [row[column]] : []));
  return listOf([...new Set(versions)].sort(newestFirst), 6);
}
