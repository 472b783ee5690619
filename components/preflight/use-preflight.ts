"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";

import { useCan, useWorkspace } from "@/components/shell/workspace-context";
import { useDebounced } from "@/components/ui/use-debounced";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { hubQueries } from "@/lib/hub/queries";
import { isHubId } from "@/lib/hub/schema";
import { ownCodeQueries } from "@/lib/own-code/queries";
import { ArchivePlace } from "@/lib/own-code/schema";
import { accessLook, archiveLook, archiveModelLook, bundledLook, hubLook } from "@/lib/preflight/model-look";
import { planOf } from "@/lib/preflight/plan";
import { preflightQueries } from "@/lib/preflight/queries";
import { runChecks } from "@/lib/preflight/run-checks";
import { RoleQuestion } from "@/lib/preflight/schema";
import type { Check, Evidence, Look } from "@/lib/preflight/view";
import { problemIn } from "@/lib/problem-in";

const TYPING_REST_MS = 600;

/** The checks of a form as it is filled in. What has to be looked up is asked for once typing rests, and kept. */
export function usePreflight(values: DeployFormValues): Check[] {
  const { region } = useWorkspace();
  const model = useModelEvidence(values);
  const { quota, role } = useAccountEvidence(values);
  return runChecks(planOf(values, region), { ...model, quota, role });
}

function useModelEvidence(values: DeployFormValues): Pick<Evidence, "model" | "access" | "archive"> {
  const { id } = useWorkspace();
  const canAsk = useCan("endpoint:deploy");
  const { source } = values;
  const hubId = useDebounced(source === "hub" ? values.hubModelId.trim() : "", TYPING_REST_MS);
  const revision = useDebounced(values.hubRevision.trim(), TYPING_REST_MS);
  const uri = useDebounced(source === "s3" ? values.modelDataUrl.trim() : "", TYPING_REST_MS);
  const asksHub = canAsk && isHubId(hubId);
  const asksArchive = canAsk && ArchivePlace.safeParse({ uri }).success;
  const hub = useQuery({ ...hubQueries.model(id, hubId, revision), enabled: asksHub });
  const archive = useQuery({ ...ownCodeQueries.listing(id, uri), enabled: asksArchive });
  if (source === "bundled") return { model: bundledLook(values.bundledModel), access: null, archive: null };
  if (source === "hub" && asksHub) {
    const look = lookOf(hub);
    return { model: map(look, hubLook), access: map(look, accessLook), archive: null };
  }
  if (source === "s3" && asksArchive) {
    const look = lookOf(archive);
    return {
      model: map(look, archiveModelLook),
      access: null,
      archive: map(look, (listing) => ({ state: "seen", value: archiveLook(listing) })),
    };
  }
  return { model: null, access: null, archive: null };
}

function useAccountEvidence(values: DeployFormValues): Pick<Evidence, "quota" | "role"> {
  const { id } = useWorkspace();
  const canAsk = useCan("endpoint:deploy");
  const instanceType = values.mode === "serverless" ? "" : values.instanceType;
  const archiveUri =
    values.source === "s3" && ArchivePlace.safeParse({ uri: values.modelDataUrl }).success ? values.modelDataUrl : "";
  const question = useDebounced(`${values.executionRoleArn.trim()} ${archiveUri}`, TYPING_REST_MS);
  const [roleArn = "", restedUri = ""] = question.split(" ");
  const asksQuota = canAsk && /^ml\.[a-z0-9-]+\.[a-z0-9]+$/.test(instanceType);
  const asksRole = canAsk && RoleQuestion.safeParse({ roleArn, archiveUri: restedUri }).success;
  const quota = useQuery({ ...preflightQueries.quota(id, instanceType), enabled: asksQuota });
  const role = useQuery({ ...preflightQueries.role(id, roleArn, restedUri), enabled: asksRole });
  return { quota: asksQuota ? lookOf(quota) : null, role: asksRole ? lookOf(role) : null };
}

function lookOf<T>({ data, error }: UseQueryResult<T>): Look<T> {
  if (error) return { state: "unseen", why: problemIn(error).message };
  return data === undefined ? { state: "looking" } : { state: "seen", value: data };
}

function map<A, B>(look: Look<A>, next: (value: A) => Look<B>): Look<B> {
  return look.state === "seen" ? next(look.value) : look;
}
