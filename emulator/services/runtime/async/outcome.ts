import type { ContainerResponse } from "../../../container/inference-host.ts";

/** How a request ended. */
export type Outcome =
  | { type: "answered"; response: ContainerResponse }
  /** The container refused or broke; its response is beside the text for the failure object. */
  | { type: "failed"; response: ContainerResponse | null; reason: string }
  /** It waited longer than RequestTTLSeconds, or worked longer than InvocationTimeoutSeconds. */
  | { type: "expired"; reason: string }
  | { type: "no-input"; reason: string };
