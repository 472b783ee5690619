"use client";

import { type KeyboardEvent, useState } from "react";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type AddressBarProps = { address: string; onGo: (text: string) => boolean; onList: () => void };

/** The place as an address to type: Enter goes there, the arrow down into the list. Keyed by the address it shows. */
export function AddressBar({ address, onGo, onList }: AddressBarProps) {
  const [text, setText] = useState(address);
  const [isWrong, setWrong] = useState(false);

  function go() {
    const went = onGo(text);
    setWrong(!went);
    if (went) onList();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") {
      event.preventDefault(); // the form around the dialog must not be sent
      go();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      onList();
    }
  }
  return (
    <Field label="Address" required error={isWrong ? "Write it as s3://bucket/folder/." : undefined}>
      {(ids) => (
        <div className="flex gap-2">
          <Input
            {...ids}
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder="s3://bucket/folder/"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={go}>Go</Button>
        </div>
      )}
    </Field>
  );
}
