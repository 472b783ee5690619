import { createHash } from "node:crypto";
import { seconds } from "./seconds.ts";

/** The emulator pulls no image; the digest is made from the name, so that equal tags look equal. `resolvedAt`: epoch milliseconds. */
export function deployedImage({ image, resolvedAt }: { image: string; resolvedAt: number }): object {
  const repository = image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
  const digest = createHash("sha256").update(image).digest("hex");
  return {
    SpecifiedImage: image,
    ResolvedImage: image.includes("@") ? image : `${repository}@sha256:${digest}`,
    ResolutionTime: seconds(resolvedAt),
  };
}
