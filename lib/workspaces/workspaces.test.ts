import { afterEach, expect, test, vi } from "vitest";

import { onBothDatabases } from "@/lib/testing/test-database";

import { createFirstWorkspaces } from "./first-workspaces";
import { SaveDefaultsInput, SaveWorkspaceInput, WorkspaceId } from "./schema";
import {
  addWorkspace,
  deleteWorkspace,
  listWorkspaces,
  requireWorkspace,
  saveDefaults,
  updateWorkspace,
} from "./service";

const settings = vi.hoisted(() => ({ EMULATOR_URL: undefined as string | undefined, AWS_REGION: "eu-west-1" }));
vi.mock("@/lib/env", () => ({ env: () => settings }));

afterEach(() => {
  settings.EMULATOR_URL = undefined;
});

const prod = { id: "prod", label: "Production", region: "us-west-2", endpointUrl: null, roleArn: null };
const ids = async () => (await listWorkspaces()).map(({ id }) => id);

onBothDatabases(() => {
  test("with the emulator there is `local`, made once, with its execution role and bucket", async () => {
    settings.EMULATOR_URL = "http://127.0.0.1:4566";
    await createFirstWorkspaces();
    await createFirstWorkspaces();
    expect(await listWorkspaces()).toStrictEqual([
      {
        id: "local",
        label: "Local emulator",
        region: "us-east-1",
        isEmulator: true,
        endpointUrl: null,
        roleArn: null,
        executionRoleArn: "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        bucket: "sagemaker-us-east-1-111122223333",
      },
    ]);
  });

  test("without the emulator there is `aws` in its region, and `local` is hidden", async () => {
    settings.EMULATOR_URL = "http://127.0.0.1:4566";
    await createFirstWorkspaces();
    settings.EMULATOR_URL = undefined;
    await createFirstWorkspaces();
    expect(await ids()).toStrictEqual(["aws"]);
    expect((await requireWorkspace("aws")).region).toBe("eu-west-1");
    await expect(requireWorkspace("local")).rejects.toMatchObject({ code: "not-found" });
  });

  test("a workspace is added, changed, given defaults and deleted", async () => {
    await addWorkspace(prod);
    await updateWorkspace({ ...prod, label: "Live" });
    await saveDefaults("prod", { executionRoleArn: "arn:aws:iam::123456789012:role/x", bucket: "b-1" });
    expect(await requireWorkspace("prod")).toMatchObject({ label: "Live", bucket: "b-1" });
    await expect(addWorkspace(prod)).rejects.toThrow("already a workspace prod");
    await deleteWorkspace("prod");
    expect(await ids()).toStrictEqual([]);
  });

  test("the emulator's workspace can be neither changed nor deleted", async () => {
    settings.EMULATOR_URL = "http://127.0.0.1:4566";
    await createFirstWorkspaces();
    await expect(deleteWorkspace("local")).rejects.toThrow("cannot be deleted");
    await expect(updateWorkspace({ ...prod, id: "local" })).rejects.toThrow("cannot be changed");
  });
});

test.each([
  "api",
  "sign-in",
  "_next",
  "Prod",
  "a",
  "x--y",
  "-x",
  "x/y",
  "ö-x",
])("%s cannot be a workspace's id", (id) => {
  expect(WorkspaceId.safeParse(id).success).toBe(false);
});

test("empty fields mean none", () => {
  expect(SaveWorkspaceInput.parse({ ...prod, endpointUrl: "", roleArn: "" })).toStrictEqual(prod);
  expect(SaveDefaultsInput.parse({ executionRoleArn: "", bucket: "" })).toStrictEqual({
    executionRoleArn: null,
    bucket: null,
  });
});

test("addresses, ARNs and buckets that cannot be right are explained", () => {
  const messages = (value: object) =>
    SaveWorkspaceInput.safeParse({ ...prod, ...value }).error?.issues.map(({ message }) => message);
  expect(messages({ endpointUrl: "https://me:secret@vpce.example.com" })).toStrictEqual([
    "Leave name and password out of the address.",
  ]);
  expect(messages({ endpointUrl: "ftp://x" })).toStrictEqual([
    "Write an address that starts with http:// or https://.",
  ]);
  expect(messages({ roleArn: "arn:aws:iam::1:role/x" })?.[0]).toMatch(/^Write a role ARN/);
  expect(messages({ region: "Ohio" })).toStrictEqual(["Write a region, for example us-east-1."]);
  expect(SaveDefaultsInput.safeParse({ bucket: "s3://b/x" }).error?.issues[0]?.message).toMatch(/^Write a bucket name/);
});
