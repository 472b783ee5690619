import { maskCalls } from "@/lib/specification/mask";
import { hostingEndpoint } from "@/lib/specification/testing/hosting-endpoint";
import { richEndpoint } from "@/lib/specification/testing/rich-endpoint";

import { endpointExport } from "../program/endpoint-export";
import type { ProgramExport } from "../program/view";

/** An endpoint with two variants, scaling, a schedule and alarms, as its page exports it. */
export function exportedEndpoint(): ProgramExport {
  return endpointExport(maskCalls(richEndpoint()), "us-east-1");
}

/** An endpoint with two inference components that scale. */
export function exportedHost(): ProgramExport {
  return endpointExport(maskCalls(hostingEndpoint()), "us-east-1");
}
