import "server-only";
import { describeLogStreams } from "@/lib/aws/logs/log-streams";
import { TRANSFORM_LOG_GROUP, trainingStreamPrefix } from "@/lib/logs/view";
import type { Workspace } from "@/lib/workspaces/view";

/**
 * The instances of a job as CloudWatch's metrics name them: `job/i-0123`. SageMaker tells them nowhere but in the names of
 * the log streams, which are `job/i-0123-1700000000` and the same with `/data-log` behind it.
 */
export async function transformHosts(workspace: Workspace, jobName: string): Promise<string[]> {
  const { streams } = await describeLogStreams(workspace, TRANSFORM_LOG_GROUP, trainingStreamPrefix(jobName));
  const hosts = streams.flatMap(({ name }) => /^([^/]+\/.+)-\d+(?:\/data-log)?$/.exec(name)?.[1] ?? []);
  return [...new Set(hosts)].sort();
}
