"use server";

import { authedAction } from "@/lib/actions/authed-action";

import { AddMemberInput, ChangeOwnPasswordInput, ChangeRoleInput, MemberInput, SetDisabledInput } from "./schema";
import { addMember, changeOwnPassword, changeRole, deleteMember, resetPassword, setDisabled } from "./service";

export const addMemberAction = authedAction({
  permission: "member:manage",
  input: AddMemberInput,
  target: ({ name, role }) => `member ${name}, added as ${role}`,
  run: addMember,
});

export const changeRoleAction = authedAction({
  permission: "member:manage",
  input: ChangeRoleInput,
  target: ({ name, role }) => `member ${name}, made ${role}`,
  run: (input, { member }) => changeRole(member, input),
});

export const setDisabledAction = authedAction({
  permission: "member:manage",
  input: SetDisabledInput,
  target: ({ name, isDisabled }) => `member ${name}, ${isDisabled ? "disabled" : "enabled"}`,
  run: (input, { member }) => setDisabled(member, input),
});

export const resetPasswordAction = authedAction({
  permission: "member:manage",
  input: MemberInput,
  target: ({ name }) => `member ${name}, password reset`,
  run: resetPassword,
});

export const deleteMemberAction = authedAction({
  permission: "member:manage",
  input: MemberInput,
  target: ({ name }) => `member ${name}, deleted`,
  run: (input, { member }) => deleteMember(member, input),
});

export const changeOwnPasswordAction = authedAction({
  permission: "profile:write",
  input: ChangeOwnPasswordInput,
  target: () => "own password",
  run: (input, { member }) => changeOwnPassword(member, input),
});
