import type { Role } from "@/lib/auth/permissions";

/** What Settings shows of a member. Never the password, nor its hash. */
export type MemberView = {
  id: string;
  name: string;
  role: Role;
  isDisabled: boolean;
  /** False for people who come from the identity provider: they have no password here. */
  hasPassword: boolean;
  createdAt: string;
  lastSignInAt: string | null;
};

/** Shown once, right after the password was made; only its hash is kept. */
export type NewPassword = { name: string; password: string };
