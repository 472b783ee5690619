import { BUNDLED_MODELS } from "@/catalog/bundled-models/data";
import { buildImageUri, parseImageUri } from "@/catalog/containers/image-uri";
import type { ContainerDevice } from "@/catalog/containers/schema";
import { containerById, defaultContainer } from "@/catalog/containers/select";

import { commonInstance } from "@/lib/instances/offered";
import { TEMPLATES, templateOf, templateWith } from "@/lib/own-code/templates";
import { correctionFromLink, correctionInLink } from "./correction";
import { EMPTY_DEPLOY } from "./defaults";
import { modeFromLink, modeInLink } from "./mode-link";
import { suggestEndpointName } from "./names";
import { DEPLOY_SOURCES, type DeployFormValues, type DeploySourceKind } from "./schema";

/** What a form starts from besides its link. */
export type DeployStart = {
  region: string;
  isEmulator: boolean;
  executionRoleArn: string | null;
  hasHubToken: boolean;
};

export type LinkParameters = Record<string, string | undefined>;

/** The form that a link describes, filled up with what is picked most. Unknown or impossible parts are left out. */
export function fromLink(link: LinkParameters, start: DeployStart): DeployFormValues {
  const source = sourceOf(link, start);
  const bundledModel = bundledModelOf(link, source);
  const hubModelId = source === "hub" ? (link.model ?? "") : "";
  const image = imageOf(link, start.region);
  const template = templateOf(link.code);
  return {
    ...EMPTY_DEPLOY,
    source,
    bundledModel,
    hubModelId,
    hubRevision: source === "hub" ? (link.revision ?? "") : "",
    modelDataUrl: link.archive ?? "",
    ownCode: source === "none" || link.code === "own" || template !== null,
    inferencePy: template ? TEMPLATES[template].inferencePy : "",
    requirementsTxt: template ? TEMPLATES[template].requirementsTxt : "",
    endpointName: link.name ?? suggestEndpointName(source === "bundled" ? bundledModel : hubModelId),
    task: link.task ?? taskOf(source, bundledModel),
    image,
    instanceType: link.instance ?? commonInstance("hosting", deviceOfImage(image)),
    instanceCount: /^\d{1,4}$/.test(link.count ?? "") ? Number(link.count) : 1,
    executionRoleArn: start.executionRoleArn ?? "",
    usualAlarms: link.alarms === "usual",
    ...modeFromLink(link),
    ...correctionFromLink(link),
    hubTokenFrom: start.hasHubToken && source === "hub" ? "workspace" : link.token ? "typed" : "none",
  };
}

/** The query of a form's essentials, for a link to send to a colleague. It holds no secret: of the environment the few variables that mend a failure, and no token. */
export function toLink(values: DeployFormValues): string {
  const { source } = values;
  const model = source === "bundled" ? values.bundledModel : source === "hub" ? values.hubModelId : "";
  const entries = Object.entries({
    source,
    model,
    revision: source === "hub" ? values.hubRevision : "",
    archive: source === "s3" ? values.modelDataUrl : "",
    code: values.ownCode ? (templateWith(values.inferencePy) ?? "own") : "",
    task: values.task,
    image: imageInLink(values.image),
    instance: values.instanceType,
    count: Number(values.instanceCount) === 1 ? "" : String(values.instanceCount),
    name: values.endpointName,
    alarms: values.usualAlarms ? "usual" : "",
    ...modeInLink(values),
    ...correctionInLink(values),
    // Only that one is wanted: the token itself never stands in an address.
    token: values.hubTokenFrom === "typed" ? "typed" : "",
  });
  return new URLSearchParams(entries.filter(([, value]) => value)).toString();
}

/** The newest PyTorch image for a device in a region; empty when the region holds none. */
export function defaultImage(device: ContainerDevice, region: string): string {
  const built = buildImageUri(defaultContainer("inference", device), region);
  return built.ok ? built.imageUri : "";
}

/** The device an image is built for; null for an image that the catalogue does not know. */
export function deviceOfImage(image: string): ContainerDevice | null {
  const parsed = parseImageUri(image);
  return parsed.ok ? parsed.container.device : null;
}

/** The task that a bundled model does; the container finds out about others by itself. */
export function bundledTask(id: string): string {
  return BUNDLED_MODELS.find((model) => model.id === id)?.task ?? "";
}

function sourceOf(link: LinkParameters, start: DeployStart): DeploySourceKind {
  const named = DEPLOY_SOURCES.find((source) => source === link.source);
  if (named && (named !== "bundled" || start.isEmulator)) return named;
  if (link.archive) return "s3";
  if (link.model?.includes("/") || !start.isEmulator) return "hub";
  return "bundled";
}

function bundledModelOf(link: LinkParameters, source: DeploySourceKind): string {
  const known = BUNDLED_MODELS.find((model) => model.id === link.model) ?? BUNDLED_MODELS[0];
  return source === "bundled" ? (known?.id ?? "") : "";
}

/** Links from the Containers page name an image without its region; an image of one's own is named in full. */
function imageOf(link: LinkParameters, region: string): string {
  const parsed = parseImageUri(link.image ?? "");
  const named = parsed.ok ? parsed.container : containerById(link.image ?? "");
  const built = named?.use === "inference" ? buildImageUri(named, region) : null;
  if (built?.ok) return built.imageUri;
  return link.image?.includes("/") ? link.image : defaultImage("cpu", region);
}

function imageInLink(image: string): string {
  const parsed = parseImageUri(image);
  return parsed.ok ? parsed.container.id : image;
}

function taskOf(source: DeploySourceKind, bundledModel: string): string {
  return source === "bundled" ? bundledTask(bundledModel) : "";
}
