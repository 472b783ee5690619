import "server-only";
import { listSageMakerRoles } from "@/lib/aws/iam/roles";
import { isAllowed } from "@/lib/aws/iam/simulate-principal-policy";
import { getCallerIdentity } from "@/lib/aws/sts/get-caller-identity";
import { parseS3Uri } from "@/lib/own-code/places";
import type { Workspace } from "@/lib/workspaces/view";

import type { RoleFacts } from "./view";

type Question = { roleArn: string; archiveUri: string };

/** What an execution role may do, as far as the console is permitted to ask. */
export async function readRole(workspace: Workspace, { roleArn, archiveUri }: Question): Promise<RoleFacts> {
  const [trustsSageMaker, readsModel, isPassable] = await Promise.all([
    orUnknown(listSageMakerRoles(workspace).then((roles) => roles.includes(roleArn))),
    archiveUri ? orUnknown(readsArchive(workspace, roleArn, archiveUri)) : true,
    orUnknown(mayPass(workspace, roleArn)),
  ]);
  return { trustsSageMaker, readsModel, isPassable };
}

function readsArchive(workspace: Workspace, principal: string, uri: string): Promise<boolean> {
  const { bucket, key } = parseS3Uri(uri);
  return isAllowed(workspace, { principal, action: "s3:GetObject", resource: `arn:aws:s3:::${bucket}/${key}` });
}

async function mayPass(workspace: Workspace, roleArn: string): Promise<boolean | null> {
  const principal = principalOf((await getCallerIdentity(workspace)).arn);
  if (!principal) return null;
  return isAllowed(workspace, {
    principal,
    action: "iam:PassRole",
    resource: roleArn,
    context: [
      {
        ContextKeyName: "iam:PassedToService",
        ContextKeyType: "string",
        ContextKeyValues: ["sagemaker.amazonaws.com"],
      },
    ],
  });
}

/** The user or role behind the caller's ARN; null for the account's root, which may do everything but is not simulated. */
function principalOf(arn: string): string | null {
  const [, partition, account, role] = /^arn:(aws[a-z-]*):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (role) return `arn:${partition}:iam::${account}:role/${role}`;
  return /:user\//.test(arn) ? arn : null;
}

/** A refusal to answer is no answer: the check says that it could not look. */
async function orUnknown(answer: Promise<boolean | null>): Promise<boolean | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
