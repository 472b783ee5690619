import { partitionLabel, regionById } from "@/catalog/regions/select";

import { regionsOf, registriesOf } from "./registries";
import type { Container } from "./schema";
import { containerByName } from "./select";
import { listOf } from "./words";

export type BuiltUri = { ok: true; imageUri: string; account: string; host: string } | { ok: false; reason: string };

/** The image_uri of an image in a region, or why there is none. `tag` may be the image's short tag. */
export function buildImageUri(container: Container, regionId: string, tag: string = container.tag): BuiltUri {
  const region = regionById(regionId);
  if (!region)
    return { ok: false, reason: `No registry of Hugging Face images is known in ${regionId || "an empty region"}.` };
  const account = registriesOf(container)[regionId];
  if (!account) return { ok: false, reason: notHeldReason(container, regionId) };
  const host = `${account}.dkr.ecr.${regionId}.${region.dnsSuffix}`;
  return { ok: true, imageUri: `${host}/${container.repository}:${tag}`, account, host };
}

/** Why a region does not have the image, with the ones near it that do. */
export function notHeldReason(container: Container, regionId: string): string {
  const held = regionsOf(container);
  const area = regionId.replace(/-\d+$/, "");
  const near = held.filter((id) => id.startsWith(area));
  const continent = near.length > 0 ? near : held.filter((id) => id.startsWith(`${regionId.split("-")[0]}-`));
  const nearby = continent.length > 0 ? ` Near it: ${listOf(continent)}.` : "";
  return `${container.repository} with this tag is not held in ${regionId}; ${held.length} other regions have it.${nearby}`;
}

export type ParsedUri =
  | { ok: true; container: Container; region: string; account: string; isShortTag: boolean }
  | { ok: false; reason: string };

const IMAGE_URI = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.([a-z0-9.-]+?)\/([^:@\s]+):([^:@\s]+)$/;

/** Reads an image_uri back into the image and region it stands for, or says what is wrong with it. */
export function parseImageUri(uri: string): ParsedUri {
  const match = IMAGE_URI.exec(uri.trim());
  if (!match) {
    return { ok: false, reason: "This is no ECR image URI: account.dkr.ecr.region.amazonaws.com/repository:tag." };
  }
  const [, account = "", regionId = "", dnsSuffix, repository = "", tag = ""] = match;
  const container = containerByName(repository, tag);
  if (!container) return { ok: false, reason: `No Hugging Face image is known by the name ${repository}:${tag}.` };
  const built = buildImageUri(container, regionId, tag);
  if (!built.ok) return built;
  if (built.account !== account) {
    return { ok: false, reason: `In ${regionId} this image lies in account ${built.account}, not ${account}.` };
  }
  const region = regionById(regionId);
  if (region && region.dnsSuffix !== dnsSuffix) {
    return {
      ok: false,
      reason: `Hosts in ${partitionLabel(region.partition)} end in ${region.dnsSuffix}, not ${dnsSuffix}.`,
    };
  }
  return { ok: true, container, region: regionId, account, isShortTag: tag !== container.tag };
}
