import { expect, test } from "vitest";

import type { Member } from "@/lib/auth/member";
import { memberOf } from "@/lib/auth/session";
import { onBothDatabases } from "@/lib/testing/test-database";

import { createFirstAdministrator } from "./first-administrator";
import {
  addMember,
  changeOwnPassword,
  changeRole,
  deleteMember,
  listMembers,
  resetPassword,
  setDisabled,
} from "./service";
import { type SignedIn, signInWithIdentity, signInWithPassword } from "./sign-in";

const ADDRESS = "10.0.0.1";

async function named(name: string): Promise<Member> {
  const found = (await listMembers()).find((member) => member.name === name);
  if (!found) throw new Error(`no member ${name}`);
  return { id: found.id, name: found.name, role: found.role };
}

async function signedIn(name: string, password: string): Promise<SignedIn> {
  const result = await signInWithPassword(name, password, ADDRESS);
  if ("refused" in result) throw new Error(`refused: ${result.refused}`);
  return result;
}

const session = ({ id, sessionVersion }: SignedIn) => memberOf({ memberId: id, sessionVersion });

onBothDatabases(() => {
  test("the first administrator is created once, with a password that is shown this once", async () => {
    const lines = await createFirstAdministrator(undefined);
    const password = /^password: (\S{23})$/.exec(lines?.[1] ?? "")?.[1] ?? "";
    expect(lines?.[0]).toBe("first administrator: admin");
    expect(await createFirstAdministrator(undefined)).toBeNull();
    expect(await session(await signedIn("Admin ", password))).toMatchObject({ name: "admin", role: "admin" });
  });

  test("a given first password is used and not printed", async () => {
    const lines = await createFirstAdministrator("given by the environment");
    expect(lines?.join()).not.toContain("given by the environment");
    await signedIn("admin", "given by the environment");
  });

  test("a wrong password and an unknown name are refused alike", async () => {
    await createFirstAdministrator("right");
    expect(await signInWithPassword("admin", "wrong", ADDRESS)).toStrictEqual({ refused: "wrong" });
    expect(await signInWithPassword("nobody", "wrong", ADDRESS)).toStrictEqual({ refused: "wrong" });
  });

  test("after too many wrong passwords the right one has to wait too", async () => {
    await createFirstAdministrator("right");
    for (let i = 0; i < 5; i++) await signInWithPassword("admin", "wrong", ADDRESS);
    expect(await signInWithPassword("admin", "right", ADDRESS)).toMatchObject({ refused: "wait" });
  });

  test("a changed role counts at once; a disabled or deleted member is out at once", async () => {
    await createFirstAdministrator("right");
    const admin = await named("admin");
    const { password } = await addMember({ name: "ada", role: "viewer" });
    const ada = await signedIn("ada", password);
    const who = { id: ada.id, name: "ada" };

    await changeRole(admin, { ...who, role: "operator" });
    expect(await session(ada)).toStrictEqual({ ...who, role: "operator" });

    await setDisabled(admin, { ...who, isDisabled: true });
    expect(await session(ada)).toBeNull();
    expect(await signInWithPassword("ada", password, ADDRESS)).toStrictEqual({ refused: "disabled" });

    await setDisabled(admin, { ...who, isDisabled: false });
    await deleteMember(admin, who);
    expect(await session(ada)).toBeNull();
  });

  test("a new password ends the sessions that were open", async () => {
    const { password } = await addMember({ name: "ada", role: "viewer" });
    const before = await signedIn("ada", password);
    const fresh = await resetPassword(await named("ada"));
    expect(await session(before)).toBeNull();
    expect(await session(await signedIn("ada", fresh.password))).toMatchObject({ name: "ada" });
  });

  test("one's own password changes only with the present one", async () => {
    const { password } = await addMember({ name: "ada", role: "viewer" });
    const ada = await named("ada");
    const wrong = changeOwnPassword(ada, { current: "guess", next: "a much better one" });
    await expect(wrong).rejects.toMatchObject({ problem: { fieldErrors: { current: [expect.any(String)] } } });
    await changeOwnPassword(ada, { current: password, next: "a much better one" });
    await signedIn("ada", "a much better one");
  });

  test("one's own password cannot be guessed through an open session", async () => {
    const { password } = await addMember({ name: "ada", role: "viewer" });
    const ada = await named("ada");
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(changeOwnPassword(ada, { current: "guess", next: "a much better one" })).rejects.toThrow("Check");
    }
    const next = changeOwnPassword(ada, { current: password, next: "a much better one" });
    await expect(next).rejects.toMatchObject({ problem: { code: "throttled" } });
  });

  test("nobody can take the last administrator away, nor change their own account", async () => {
    await createFirstAdministrator("right");
    const admin = await named("admin");
    await addMember({ name: "other", role: "admin" });
    const other = await named("other");
    await setDisabled(admin, { id: other.id, name: other.name, isDisabled: true });

    await expect(changeRole(other, { ...admin, role: "viewer" })).rejects.toThrow("at least one administrator");
    await expect(deleteMember(other, admin)).rejects.toThrow("at least one administrator");
    await expect(deleteMember(admin, admin)).rejects.toThrow("cannot delete your own account");
    expect(await named("admin")).toStrictEqual(admin);
  });

  test("a name is taken once, and must fit its id", async () => {
    await addMember({ name: "ada", role: "viewer" });
    await expect(addMember({ name: "ada", role: "admin" })).rejects.toThrow("already a member ada");
    const { id } = await named("ada");
    await expect(resetPassword({ id, name: "grace" })).rejects.toThrow("no such member");
  });

  test("people from the identity provider are added once and follow their groups", async () => {
    const identity = { subject: "https://id.example 42", name: "Ada", role: null, firstRole: "viewer" } as const;
    const first = (await signInWithIdentity(identity)) as SignedIn;
    expect(await session(first)).toMatchObject({ name: "ada", role: "viewer" });
    const again = (await signInWithIdentity({ ...identity, role: "operator" })) as SignedIn;
    expect(again.id).toBe(first.id);
    expect(await session(first)).toMatchObject({ role: "operator" });
    expect(await signInWithPassword("ada", "", ADDRESS)).toStrictEqual({ refused: "wrong" });
  });

  test("a name from the identity provider never takes over a local account", async () => {
    await createFirstAdministrator("right");
    const result = await signInWithIdentity({
      subject: "https://id.example 7",
      name: "admin",
      role: null,
      firstRole: "viewer",
    });
    expect(result).toMatchObject({ name: "admin (xample 7)" });
  });
});
