"use client";

import { CalendarClock, ChevronDown } from "lucide-react";
import { useState } from "react";

import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { extendedBy } from "@/lib/endpoints/expiry";

import { ExpiryDialog } from "./expiry-dialog";
import { useSetExpiry } from "./use-set-expiry";

type ExtendMenuProps = { name: string; expiresAt: string | null };

/** Lets an endpoint stay longer: a day more at once, or by choice a week, any time, or for good. */
export function ExtendMenu({ name, expiresAt }: ExtendMenuProps) {
  const refusal = useRefusal("endpoint:deploy");
  const save = useSetExpiry();
  const [isChoosing, setChoosing] = useState(false);
  const extend = (hours: number) => save.mutate({ name, expiresAt: extendedBy(expiresAt, hours, Date.now()) });
  const locked = { disabled: refusal !== null, reason: refusal ?? undefined };
  return (
    <>
      {expiresAt ? (
        <Button
          size="sm"
          aria-label={`Extend ${name} by a day`}
          title={refusal ?? undefined}
          disabled={refusal !== null}
          busy={save.isPending}
          onClick={() => extend(24)}
        >
          +1 day
        </Button>
      ) : null}
      <Menu
        trigger={
          <Button size="sm" busy={save.isPending} aria-label={expiresAt ? `Extend ${name}` : `Set expiry of ${name}`}>
            {expiresAt ? "Extend" : "Set expiry"}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        {expiresAt ? null : (
          <MenuItem onSelect={() => extend(24)} {...locked}>
            In 1 day
          </MenuItem>
        )}
        <MenuItem onSelect={() => extend(168)} {...locked}>
          {expiresAt ? "1 week more" : "In 1 week"}
        </MenuItem>
        <MenuItem onSelect={() => setChoosing(true)} icon={<CalendarClock aria-hidden="true" />} {...locked}>
          Choose…
        </MenuItem>
        {expiresAt ? (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => save.mutate({ name, expiresAt: null })} {...locked}>
              Does not expire
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {isChoosing ? <ExpiryDialog name={name} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
