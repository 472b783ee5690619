import { randomBytes } from "node:crypto";
import { ACCOUNT_ID, type EmulatorContext } from "../../context.ts";
import { uniqueId } from "../iam/role.ts";

const KIND = "sts-session";
const REGION = "global";

/** Temporary credentials that were handed out, so that GetCallerIdentity can tell whose they are. */
export type Session = { accessKeyId: string; arn: string; userId: string; expiresAt: number };

/** Whoever signs with keys that are not from AssumeRole. */
export const USER: Pick<Session, "arn" | "userId"> = {
  arn: `arn:aws:iam::${ACCOUNT_ID}:user/emulator`,
  userId: "AIDAEMULATORUSER11122",
};

export function findSession({ records }: EmulatorContext, accessKeyId: string | null): Session | undefined {
  return accessKeyId === null ? undefined : records.get<Session>(KIND, REGION, accessKeyId);
}

/** Hands out new credentials. They are dummies: the emulator takes any signature. */
export function openSession(context: EmulatorContext, session: Omit<Session, "accessKeyId">) {
  const accessKeyId = uniqueId("ASIA");
  forgetOldSessions(context);
  context.records.put<Session>(KIND, REGION, accessKeyId, { ...session, accessKeyId });
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: randomBytes(30).toString("base64"),
    SessionToken: randomBytes(96).toString("base64"),
    Expiration: new Date(session.expiresAt),
  };
}

/** Expired ones are kept for a day, so that their holders are told that they expired. */
function forgetOldSessions({ records, clock }: EmulatorContext): void {
  for (const { accessKeyId, expiresAt } of records.list<Session>(KIND, REGION)) {
    if (expiresAt + 86_400_000 < clock.now()) records.delete(KIND, REGION, accessKeyId);
  }
}
