"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { EndpointRow } from "@/lib/endpoints/detail-view";

import { endpointItems } from "./endpoint-items";

type Props = {
  names: string[];
  rows: readonly EndpointRow[];
  hasMore: boolean;
  value: string | null;
  onChange: (name: string) => void;
};

/** Endpoints that answer now; when there are more than a page of them, a name can be typed. */
export function EndpointPicker({ names, rows, hasMore, value, onChange }: Props) {
  const known = value && !names.includes(value) ? [value, ...names] : names;
  return (
    <div className="flex w-120 max-w-full flex-wrap items-end gap-3">
      <Field
        label="Endpoint"
        required
        className="min-w-64 flex-1"
        help={
          hasMore ? "These are the newest 100 that are in service. Type the name of an older one beside it." : undefined
        }
      >
        {(ids) => (
          <Combobox
            {...ids}
            items={endpointItems(known, rows)}
            value={value}
            placeholder="Type to find an endpoint"
            onChange={(name) => {
              if (name) onChange(name);
            }}
          />
        )}
      </Field>
      {hasMore ? <OtherName onChange={onChange} /> : null}
    </div>
  );
}

function OtherName({ onChange }: { onChange: (name: string) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) onChange(typed.trim());
      }}
    >
      <Input
        aria-label="Name of another endpoint"
        placeholder="Another name"
        mono
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit">Open</Button>
    </form>
  );
}
