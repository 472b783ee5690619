import "server-only";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import { type AwsTarget, stsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

export type CallerIdentity = { account: string; arn: string };

/** An account does not change under a workspace's credentials; the role behind them may be renewed. */
const IDENTITY_TTL_MS = 10 * 60_000;

/** Whose account the workspace's credentials belong to. */
export function getCallerIdentity(target: AwsTarget): Promise<CallerIdentity> {
  return cachedRead(target, "GetCallerIdentity", null, IDENTITY_TTL_MS, async () => {
    try {
      const out = await stsClient(target).send(new GetCallerIdentityCommand({}));
      return { account: out.Account ?? "", arn: out.Arn ?? "" };
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
