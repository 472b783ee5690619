"use client";

import { Ban, CircleCheck, Ellipsis, KeyRound, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { useMember, useRefusal } from "@/components/shell/workspace-context";
import { ConfirmByName } from "@/components/ui/confirm-by-name";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { deleteMemberAction, resetPasswordAction, setDisabledAction } from "@/lib/members/actions";
import { memberKeys } from "@/lib/members/queries";
import type { MemberView } from "@/lib/members/view";
import { problemIn } from "@/lib/problem-in";

import { NewPasswordDialog } from "./new-password-dialog";
import { useChange } from "./use-change";

/** What an administrator can do with one member. */
export function MemberMenu({ member }: { member: MemberView }) {
  const [deleting, setDeleting] = useState(false);
  const refusal = useRefusal("member:manage");
  const isSelf = useMember().id === member.id;
  const reason = refusal ?? (isSelf ? "Not for your own account." : null);
  const passwordReason = reason ?? (member.hasPassword ? null : "Signs in through the identity provider.");
  const who = { id: member.id, name: member.name };

  const disable = useChange(setDisabledAction, {
    refresh: memberKeys.all,
    done: ({ name, isDisabled }) => `${name} is ${isDisabled ? "disabled" : "enabled"} now`,
  });
  const reset = useChange(resetPasswordAction, { refresh: memberKeys.all });
  const remove = useChange(deleteMemberAction, { refresh: memberKeys.all, done: ({ name }) => `${name} was deleted` });
  const onError = (error: Error) => void toast.error(error.message);

  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${member.name}`} size="sm">
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem
          icon={<KeyRound aria-hidden="true" />}
          disabled={passwordReason !== null}
          reason={passwordReason ?? undefined}
          onSelect={() => reset.mutate(who, { onError })}
        >
          Reset password
        </MenuItem>
        <MenuItem
          icon={member.isDisabled ? <CircleCheck aria-hidden="true" /> : <Ban aria-hidden="true" />}
          disabled={reason !== null}
          reason={reason ?? undefined}
          onSelect={() => disable.mutate({ ...who, isDisabled: !member.isDisabled }, { onError })}
        >
          {member.isDisabled ? "Enable" : "Disable"}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          tone="danger"
          icon={<Trash2 aria-hidden="true" />}
          disabled={reason !== null}
          reason={reason ?? undefined}
          onSelect={() => setDeleting(true)}
        >
          Delete
        </MenuItem>
      </Menu>
      <NewPasswordDialog made={reset.data ?? null} onClose={() => reset.reset()} />
      <ConfirmByName
        open={deleting}
        onOpenChange={(open) => {
          setDeleting(open);
          remove.reset();
        }}
        title={`Delete ${member.name}`}
        name={member.name}
        actionLabel="Delete member"
        busy={remove.isPending}
        error={remove.error ? problemIn(remove.error) : null}
        onConfirm={() => remove.mutate(who, { onSuccess: () => setDeleting(false) })}
      >
        <p>
          {member.name} is signed out at once and cannot sign in again. What they did stays in the activity log, and
          what they deployed keeps running.
        </p>
      </ConfirmByName>
    </>
  );
}
