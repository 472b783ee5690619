import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import type { Call, Operations } from "../../protocol/aws-request.ts";
import { Fault } from "../../protocol/fault.ts";
import { findRole } from "../iam/role.ts";
import type { QueryService } from "../service.ts";
import { findSession, openSession, USER } from "./sessions.ts";
import { isTrusted } from "./trust.ts";

type AssumeRole = { RoleArn: string; RoleSessionName: string; DurationSeconds?: number; ExternalId?: string };

/** AWS Security Token Service. */
export function stsService(context: EmulatorContext): QueryService {
  return {
    protocol: "query",
    id: "sts",
    query: { scope: "sts", version: "2011-06-15", xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/" },
    operations: stsOperations(context),
  };
}

function stsOperations(context: EmulatorContext): Operations {
  function caller({ accessKeyId }: Call) {
    const session = findSession(context, accessKeyId);
    if (session && session.expiresAt <= context.clock.now()) {
      throw new Fault("ExpiredToken", "The security token included in the request is expired", 403);
    }
    return session ?? USER;
  }

  function getCallerIdentity(_input: unknown, call: Call) {
    const { arn, userId } = caller(call);
    return { UserId: userId, Account: ACCOUNT_ID, Arn: arn };
  }

  function assumeRole(input: AssumeRole, call: Call) {
    const { RoleArn, RoleSessionName, DurationSeconds = 3600, ExternalId } = input;
    const { arn: callerArn } = caller(call);
    const role = findRole(context, RoleArn.split("/").at(-1) ?? "");
    if (!role || role.arn !== RoleArn || !isTrusted(role.trustPolicy, callerArn, ExternalId)) {
      throw new Fault(
        "AccessDenied",
        `User: ${callerArn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
        403,
      );
    }
    if (DurationSeconds > role.maxSessionSeconds) {
      throw new Fault(
        "ValidationError",
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      );
    }
    const session = {
      arn: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${role.name}/${RoleSessionName}`,
      userId: `${role.id}:${RoleSessionName}`,
      expiresAt: context.clock.now() + DurationSeconds * 1000,
    };
    return {
      Credentials: openSession(context, session),
      AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
      PackedPolicySize: 0,
    };
  }

  function getSessionToken({ DurationSeconds = 43_200 }: { DurationSeconds?: number | string }, call: Call) {
    const { arn, userId } = caller(call);
    const expiresAt = context.clock.now() + Number(DurationSeconds) * 1000;
    return { Credentials: openSession(context, { arn, userId, expiresAt }) };
  }

  return { GetCallerIdentity: getCallerIdentity, AssumeRole: assumeRole, GetSessionToken: getSessionToken };
}
