import { z } from "zod";

import { ROLES } from "@/lib/auth/permissions";

const MemberId = z.string().min(1).max(100);
const MemberRole = z.enum(ROLES, "Choose a role.");

export const MemberName = z
  .string()
  .trim()
  .toLowerCase()
  .min(2, "Use at least 2 characters.")
  .max(64, "Use at most 64 characters.")
  .regex(/^[a-z0-9][a-z0-9._@+-]*$/, "Use letters, digits and . _ @ + -, starting with a letter or digit.");

export const NewPassphrase = z.string().min(12, "Use at least 12 characters.").max(200, "Use at most 200 characters.");

export const AddMemberInput = z.object({ name: MemberName, role: MemberRole });
export type AddMemberInput = z.output<typeof AddMemberInput>;

/** The id decides; the name is for the activity log, where an id would tell nobody anything. */
export const MemberInput = z.object({ id: MemberId, name: z.string().min(1).max(100) });
export const ChangeRoleInput = MemberInput.extend({ role: MemberRole });
export const SetDisabledInput = MemberInput.extend({ isDisabled: z.boolean() });

export const ChangeOwnPasswordInput = z.object({
  current: z.string().min(1, "Enter your present password.").max(200, "Use at most 200 characters."),
  next: NewPassphrase,
});
export type ChangeOwnPasswordInput = z.output<typeof ChangeOwnPasswordInput>;
