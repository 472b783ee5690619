"use client";

import { type ReactNode, useId, useState } from "react";

import type { Problem } from "@/lib/errors";

import { Button } from "./button";
import { Dialog } from "./dialog";
import { ErrorPanel } from "./error-panel";
import { Field } from "./field";
import { Input } from "./input";

type ConfirmByNameProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** What has to be typed. */
  name: string;
  /** The button's words: `Delete endpoint`. */
  actionLabel: string;
  onConfirm: () => void;
  busy?: boolean;
  /** False while it is not known yet what goes: nobody can agree to that. */
  isReady?: boolean;
  error?: Problem | null;
  /** What goes and what stays. */
  children?: ReactNode;
};

/** Asks for a thing's name before it is destroyed. */
export function ConfirmByName(props: ConfirmByNameProps) {
  const { open, onOpenChange, title, name, actionLabel, onConfirm, children } = props;
  const { busy = false, isReady = true, error = null } = props;
  const canConfirm = (typed: string) => typed === name && isReady;
  const [typed, setTyped] = useState("");
  const formId = useId();

  function changeOpen(next: boolean) {
    setTyped("");
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={changeOpen}
      title={title}
      size="md"
      footer={
        <>
          <Button onClick={() => changeOpen(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="danger" busy={busy} disabled={!canConfirm(typed)}>
            {actionLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (canConfirm(typed) && !busy) onConfirm();
        }}
      >
        {children}
        <Field
          required
          label={
            <>
              Type <span className="font-mono break-all select-all">{name}</span> to confirm
            </>
          }
        >
          {(ids) => (
            <Input
              {...ids}
              mono
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {error ? <ErrorPanel problem={error} /> : null}
      </form>
    </Dialog>
  );
}
