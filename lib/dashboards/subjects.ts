import "server-only";
import type { JobKind } from "@/catalog/metrics/schema";
import { pickableChart } from "@/catalog/metrics/select";
import { describeTrainingJob } from "@/lib/aws/sagemaker/training-jobs";
import { describeTransformJob } from "@/lib/aws/sagemaker/transform-jobs";
import type { EndpointDetail } from "@/lib/endpoints/detail-view";
import { inPool } from "@/lib/endpoints/pool";
import { orNull, readEndpoint } from "@/lib/endpoints/service";
import { transformHosts } from "@/lib/transform/hosts";
import type { Workspace } from "@/lib/workspaces/view";

import { kindOf, type SubjectKind } from "./panels";
import type { DashboardPanel } from "./schema";

/** An endpoint or job of a dashboard, with what decides which series it has. */
export type Subject =
  | { of: "endpoints"; name: string; endpoint: EndpointDetail }
  | { of: JobKind; name: string; hosts: string[]; instanceType: string | null; createdAt: string | null };
export type Subjects = ReadonlyMap<string, Subject>;

/** More instances of a job cannot be told apart in a chart. */
const MAX_HOSTS = 8;
const WIDTH = 5;

export function subjectKey(of: SubjectKind, name: string): string {
  return `${of} ${name}`;
}

/** Everything that the panels name, each looked into once; what is not there any more is left out. */
export async function readSubjects(workspace: Workspace, panels: readonly DashboardPanel[]): Promise<Subjects> {
  const wanted = new Map<string, { of: SubjectKind; name: string }>();
  for (const { chart, names } of panels) {
    const row = pickableChart(chart);
    if (!row) continue;
    for (const name of names) wanted.set(subjectKey(kindOf(row), name), { of: kindOf(row), name });
  }
  const read = await inPool([...wanted.values()], WIDTH, ({ of, name }) => orNull(readSubject(workspace, of, name)));
  return new Map(
    read.flatMap((subject) => (subject ? [[subjectKey(subject.of, subject.name), subject] as const] : [])),
  );
}

async function readSubject(workspace: Workspace, of: SubjectKind, name: string): Promise<Subject> {
  if (of === "endpoints") return { of, name, endpoint: await readEndpoint(workspace, name) };
  if (of === "training") {
    const { instanceCount, instanceType, createdAt } = await describeTrainingJob(workspace, name);
    const count = Math.min(instanceCount ?? 1, MAX_HOSTS);
    const hosts = Array.from({ length: count }, (_, index) => `${name}/algo-${index + 1}`);
    return { of, name, hosts, instanceType, createdAt };
  }
  const { instanceType, createdAt } = await describeTransformJob(workspace, name);
  const hosts = (await transformHosts(workspace, name)).slice(0, MAX_HOSTS);
  return { of, name, hosts, instanceType, createdAt };
}
