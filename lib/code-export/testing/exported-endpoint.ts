import { maskCalls } from "@/lib/specification/mask";
import { RICH_SCHEDULE, richEndpoint } from "@/lib/specification/testing/rich-endpoint";

import { endpointExport } from "../program/endpoint-export";
import type { ProgramExport } from "../program/view";

/** An endpoint with two variants, scaling, a schedule and alarms, as its page exports it. */
export function exportedEndpoint(): ProgramExport {
  return endpointExport(maskCalls([...richEndpoint(), RICH_SCHEDULE]), "us-east-1");
}
