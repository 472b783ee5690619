import type { AwsCall } from "@/lib/specification/view";

/** What is made again. `there` stood already when it began, and stays when what was made is removed. */
export type RestorePlan = {
  parkedId: string;
  requests: { endpoint: { EndpointName: string; EndpointConfigName: string } };
  calls: AwsCall[];
  there: { models: string[]; config: boolean; alarms: string[] };
};
