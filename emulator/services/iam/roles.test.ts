import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEmulator, type TestEmulator } from "../../testing/start-test-emulator.ts";

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const EXECUTION_ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole";

let emulator: TestEmulator;
let iam: IAMClient;
beforeAll(async () => {
  emulator = await startTestEmulator();
  iam = new IAMClient(emulator.sdk);
});
afterAll(() => emulator.close());

const create = (RoleName: string, more = {}) =>
  iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST, ...more }));

test("an execution role that SageMaker may assume exists from the start", async () => {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: "SageMakerExecutionRole" }));
  expect(Role?.Arn).toBe(EXECUTION_ROLE);
  expect(Role?.CreateDate).toStrictEqual(new Date(emulator.clock.now()));
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toBe(TRUST);
});

test("roles are listed page by page, and by path", async () => {
  for (const name of ["paged-a", "paged-b", "paged-c"]) await create(name, { Path: "/paged/" });
  const first = await iam.send(new ListRolesCommand({ PathPrefix: "/paged/", MaxItems: 2 }));
  expect(first.Roles?.map((role) => role.RoleName)).toStrictEqual(["paged-a", "paged-b"]);
  expect(first.IsTruncated).toBe(true);
  const second = await iam.send(new ListRolesCommand({ PathPrefix: "/paged/", Marker: first.Marker }));
  expect(second.Roles?.map((role) => role.Arn)).toStrictEqual(["arn:aws:iam::111122223333:role/paged/paged-c"]);
  expect(second.IsTruncated).toBe(false);
});

test("a role has its policies, and goes when it has none", async () => {
  const RoleName = "with-policies";
  const PolicyDocument = JSON.stringify({ Statement: [{ Effect: "Deny", Action: "s3:Delete*", Resource: "*" }] });
  const PolicyArn = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
  await create(RoleName);
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "own", PolicyDocument }));
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  expect((await iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames).toStrictEqual(["own"]);
  const policy = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: "own" }));
  expect(decodeURIComponent(policy.PolicyDocument ?? "")).toBe(PolicyDocument);
  expect((await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }))).AttachedPolicies).toStrictEqual([
    { PolicyName: "AmazonS3FullAccess", PolicyArn },
  ]);

  const simulated = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: `arn:aws:iam::111122223333:role/${RoleName}`,
      ActionNames: ["s3:GetObject", "s3:DeleteObject", "sagemaker:CreateModel"],
      ResourceArns: ["arn:aws:s3:::b/k"],
    }),
  );
  expect(simulated.EvaluationResults?.map((result) => result.EvalDecision)).toStrictEqual([
    "allowed",
    "explicitDeny",
    "implicitDeny",
  ]);

  await expect(iam.send(new DeleteRoleCommand({ RoleName }))).rejects.toMatchObject({
    name: "DeleteConflictException",
  });
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  await expect(iam.send(new DeleteRoleCommand({ RoleName }))).rejects.toMatchObject({
    name: "DeleteConflictException",
  });
});

test("the execution role may do what SageMaker's full access allows", async () => {
  const { EvaluationResults } = await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: EXECUTION_ROLE,
      ActionNames: ["s3:GetObject"],
      ResourceArns: ["arn:aws:s3:::sagemaker-us-east-1-111122223333/k", "arn:aws:s3:::private/k"],
    }),
  );
  expect(EvaluationResults?.map((result) => result.EvalDecision)).toStrictEqual(["allowed", "implicitDeny"]);
});

test("a missing role, a second of one name and a broken policy are refused by AWS's names", async () => {
  await expect(iam.send(new GetRoleCommand({ RoleName: "nobody" }))).rejects.toMatchObject({
    name: "NoSuchEntityException",
    message: "The role with name nobody cannot be found.",
  });
  await create("only-once");
  await expect(create("only-once")).rejects.toMatchObject({ name: "EntityAlreadyExistsException" });
  await expect(create("broken", { AssumeRolePolicyDocument: "{" })).rejects.toMatchObject({
    name: "MalformedPolicyDocumentException",
  });
  await iam.send(new DeleteRoleCommand({ RoleName: "only-once" }));
  await expect(iam.send(new GetRoleCommand({ RoleName: "only-once" }))).rejects.toMatchObject({
    name: "NoSuchEntityException",
  });
});
