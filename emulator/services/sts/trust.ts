import { ACCOUNT_ID } from "../../context.ts";
import { asList, coversAction, readStatements, type Statement } from "../iam/policy-document.ts";

/** Whether a trust policy lets `callerArn` assume the role; of conditions only `sts:ExternalId` is looked at. */
export function isTrusted(trustPolicy: string, callerArn: string, externalId: string | undefined): boolean {
  const matching = readStatements(trustPolicy).filter(
    (statement) =>
      coversAction(statement, "sts:AssumeRole") &&
      coversCaller(statement, callerArn) &&
      holdsExternalId(statement, externalId),
  );
  return matching.length > 0 && matching.every(({ Effect }) => Effect === "Allow");
}

function coversCaller({ Principal }: Statement, callerArn: string): boolean {
  if (Principal === "*") return true;
  const named = [...asList(Principal?.AWS)];
  return named.some((name) => ["*", ACCOUNT_ID, `arn:aws:iam::${ACCOUNT_ID}:root`, callerArn].includes(name));
}

function holdsExternalId({ Condition }: Statement, externalId: string | undefined): boolean {
  const wanted = Condition?.StringEquals?.["sts:ExternalId"];
  return wanted === undefined || (externalId !== undefined && asList(wanted).includes(externalId));
}
