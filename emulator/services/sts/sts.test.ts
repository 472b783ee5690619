import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

let emulator: TestEmulator;
let sts: STSClient;
beforeAll(async () => {
  emulator = await startTestEmulator();
  sts = new STSClient(emulator.sdk);
});
afterAll(() => emulator.close());

const arnOf = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const assume = (name: string, more = {}) =>
  sts.send(new AssumeRoleCommand({ RoleArn: arnOf(name), RoleSessionName: "me", ...more }));

async function createRole(RoleName: string, statement: object) {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }],
  });
  await new IAMClient(emulator.sdk).send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
}

test("a caller is told who it is", async () => {
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: "111122223333",
    Arn: "arn:aws:iam::111122223333:user/emulator",
  });
});

test("a role that trusts the account gives credentials which are that role's until they expire", async () => {
  await createRole("trusting", { Principal: { AWS: "arn:aws:iam::111122223333:root" } });
  const { Credentials, AssumedRoleUser } = await assume("trusting", { DurationSeconds: 900 });
  expect(AssumedRoleUser?.Arn).toBe("arn:aws:sts::111122223333:assumed-role/trusting/me");
  expect(Credentials?.Expiration).toStrictEqual(new Date(emulator.clock.now() + 900_000));

  const assumed = new STSClient({
    ...emulator.sdk,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    },
  });
  expect((await assumed.send(new GetCallerIdentityCommand({}))).Arn).toBe(AssumedRoleUser?.Arn);
  emulator.clock.advance(901_000);
  await expect(assumed.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: expect.stringMatching(/^ExpiredToken/),
  });
});

test.each(["nobody", "SageMakerExecutionRole"])("role %s is not for this caller", async (name) => {
  await expect(assume(name)).rejects.toMatchObject({
    name: "AccessDenied",
    message: `User: arn:aws:iam::111122223333:user/emulator is not authorized to perform: sts:AssumeRole on resource: ${arnOf(name)}`,
  });
});

test("an external id that the role asks for must be given", async () => {
  await createRole("external", {
    Principal: { AWS: "111122223333" },
    Condition: { StringEquals: { "sts:ExternalId": "secret" } },
  });
  await expect(assume("external")).rejects.toMatchObject({ name: "AccessDenied" });
  await expect(assume("external", { ExternalId: "secret" })).resolves.toBeDefined();
});

test("a session of one's own keeps one's name", async () => {
  const { Credentials } = await sts.send(new GetSessionTokenCommand({}));
  expect(Credentials?.SessionToken).toBeTruthy();
});

test("credentials are known after a restart", async () => {
  const { Credentials } = await sts.send(new GetSessionTokenCommand({}));
  emulator = await emulator.restart();
  const { AccessKeyId: accessKeyId = "", SecretAccessKey: secretAccessKey = "" } = Credentials ?? {};
  sts = new STSClient({ ...emulator.sdk, credentials: { accessKeyId, secretAccessKey } });
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe("arn:aws:iam::111122223333:user/emulator");
});
