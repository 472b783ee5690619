import { instanceTypeById } from "@/catalog/instance-types/select.ts";
import { ContainerStartError } from "../../container/inference-host.ts";
import type { Variant } from "./variant.ts";

/** Every Hugging Face image is built for x86: on an arm64 processor its first program does not start. Throws ContainerStartError. */
export function checkProcessor({ instanceType, image }: Pick<Variant, "instanceType" | "image">): void {
  const isForArm = /arm64|graviton/.test(image);
  if (isForArm || instanceTypeById(instanceType ?? "")?.cpuArch !== "arm64") return;
  throw new ContainerStartError("exec /usr/local/bin/dockerd-entrypoint.py: exec format error");
}
