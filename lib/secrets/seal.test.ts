import { expect, test, vi } from "vitest";

vi.stubEnv("NEXTAUTH_SECRET", "a secret of this test");
const { seal, unseal } = await import("./seal");

test("a sealed text comes back, and looks different each time", () => {
  const sealed = seal("hf_token");
  expect(unseal(sealed)).toBe("hf_token");
  expect(seal("hf_token")).not.toBe(sealed);
  expect(sealed).not.toContain("hf_token");
});

test("a text that was tampered with is refused in words", () => {
  const sealed = seal("hf_token");
  const [version, iv, tag, data = ""] = sealed.split(".");
  // Its first letter: the last one may hold bits that mean nothing.
  const tampered = (data.startsWith("A") ? "B" : "A") + data.slice(1);
  expect(() => unseal([version, iv, tag, tampered].join("."))).toThrow("can no longer be read");
  expect(() => unseal("nonsense")).toThrow("can no longer be read");
});
