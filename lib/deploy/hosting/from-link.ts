import { commonInstance } from "@/lib/instances/offered";

import type { LinkParameters } from "../from-link";
import type { HostingFormValues } from "./schema";

/** The form that a link describes, filled up with what is picked most. */
export function hostingFromLink(link: LinkParameters, executionRoleArn: string | null): HostingFormValues {
  return {
    requestId: "",
    stampedAt: "",
    endpointName: link.name ?? "",
    variantName: "AllTraffic",
    image: "",
    instanceType: link.instance || commonInstance("hosting", "cpu"),
    instanceCount: 1,
    isManaged: true,
    minInstances: 1,
    maxInstances: 2,
    routing: "LEAST_OUTSTANDING_REQUESTS",
    executionRoleArn: executionRoleArn ?? "",
    tags: [],
  };
}
