import "server-only";
import { ListRolesCommand, type Role } from "@aws-sdk/client-iam";

import { type AwsTarget, iamClient } from "../client";
import { toAppError } from "../errors";
import { cachedRead } from "../read-cache";

/** Large accounts have thousands of roles; past this many a person types the ARN. */
const MOST_PAGES = 10;

/** ARNs of the roles that SageMaker may take on, by name. */
export function listSageMakerRoles(target: AwsTarget): Promise<string[]> {
  return cachedRead(target, "ListRoles", "sagemaker", 60_000, async () => {
    try {
      const roles: Role[] = [];
      let marker: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const out = await iamClient(target).send(new ListRolesCommand({ Marker: marker, MaxItems: 1000 }));
        roles.push(...(out.Roles ?? []));
        if (!out.IsTruncated) break;
        marker = out.Marker;
      }
      return roles.filter(trustsSageMaker).map((role) => role.Arn ?? "");
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

function trustsSageMaker(role: Role): boolean {
  // IAM sends the trust policy URL-encoded.
  return decodeURIComponent(role.AssumeRolePolicyDocument ?? "").includes("sagemaker.amazonaws.com");
}
