import { servingProtocol } from "@/catalog/containers/serving-protocol";

/** Whether an image runs an archive's inference.py; one that the catalogue does not know is trusted to. */
export function runsOwnCode(image: string): boolean {
  const protocol = servingProtocol(image);
  return protocol === null || protocol === "toolkit";
}
