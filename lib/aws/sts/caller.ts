import "server-only";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import { type AwsTarget, stsClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** The twelve digits of the account that the workspace works in. */
export function callerAccount(target: AwsTarget): Promise<string> {
  return cachedRead(target, "GetCallerIdentity", null, 600_000, async () => {
    try {
      return (await stsClient(target).send(new GetCallerIdentityCommand({}))).Account ?? "";
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}
