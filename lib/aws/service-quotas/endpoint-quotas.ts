import "server-only";
import { ListServiceQuotasCommand } from "@aws-sdk/client-service-quotas";

import type { EndpointQuota } from "@/lib/scaling/review-view";

import { type AwsTarget, serviceQuotasClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** Quotas change by a request to AWS, which takes hours. */
const QUOTAS_TTL_MS = 3_600_000;
/** In the emulator a rehearsal changes them at once. */
const EMULATOR_TTL_MS = 2_000;
/** `ml.g5.xlarge for endpoint usage`. */
const ENDPOINT_QUOTA = /^(ml\.\S+) for endpoint usage$/;

/** A page (100) of SageMaker's quotas; those that limit instances behind endpoints. */
export function listEndpointQuotas(
  target: AwsTarget,
  cursor: string | null,
): Promise<{ items: EndpointQuota[]; nextCursor: string | null }> {
  const ttlMs = target.isEmulator ? EMULATOR_TTL_MS : QUOTAS_TTL_MS;
  return cachedRead(target, "ListServiceQuotas", { sagemaker: cursor }, ttlMs, async () => {
    try {
      const out = await serviceQuotasClient(target).send(
        new ListServiceQuotasCommand({ ServiceCode: "sagemaker", MaxResults: 100, NextToken: cursor ?? undefined }),
      );
      const items = (out.Quotas ?? []).flatMap(({ QuotaName = "", Value }) => {
        const instanceType = ENDPOINT_QUOTA.exec(QuotaName)?.[1];
        return instanceType && Value !== undefined ? [{ instanceType, limit: Value }] : [];
      });
      return { items, nextCursor: out.NextToken ?? null };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
