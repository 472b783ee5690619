"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

import { useSetExpiry } from "./use-set-expiry";

/** Asks for the day and time when an endpoint expires. */
export function ExpiryDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const save = useSetExpiry();
  const [at, setAt] = useState("");
  const [error, setError] = useState<string | undefined>();
  function submit() {
    const moment = Date.parse(at);
    if (Number.isNaN(moment)) return setError("Choose a day and a time.");
    if (moment <= Date.now()) return setError("Choose a time that is still to come.");
    save.mutate({ name, expiresAt: new Date(moment).toISOString() }, { onSuccess: onClose });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="When it expires"
      description="A reminder for everybody here. It is deleted then only if the workspace's administrators switched that on."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={save.isPending} onClick={submit}>
            Set expiry
          </Button>
        </>
      }
    >
      <Field label="Expires" error={error} help="In your time zone.">
        {(ids) => <Input {...ids} type="datetime-local" value={at} onChange={({ target }) => setAt(target.value)} />}
      </Field>
    </Dialog>
  );
}
