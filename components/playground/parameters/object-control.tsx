"use client";

import { useState } from "react";

import { Textarea } from "@/components/ui/textarea";
import { isRecord } from "@/lib/inference/is-record";
import type { ParameterValue } from "@/lib/inference/parameters";

import type { ControlProps } from "./parameter-control";

/** A parameter that is a JSON object, to type. What is no object yet is said and not sent. */
export function ObjectControl({ id, value, onChange, describedBy }: ControlProps) {
  const [typed, setTyped] = useState(value === undefined ? "" : JSON.stringify(value));
  const read = readObject(typed);
  const isSame = JSON.stringify(read ?? undefined) === JSON.stringify(value);
  const isBroken = isSame && read === null && typed.trim() !== "";
  return (
    <>
      <Textarea
        id={id}
        mono
        rows={2}
        spellCheck={false}
        className="min-h-16"
        placeholder={'not sent, or {"name": 1}'}
        aria-describedby={[isBroken ? `${id}-broken` : null, describedBy].filter(Boolean).join(" ") || undefined}
        aria-invalid={isBroken || undefined}
        value={isSame ? typed : value === undefined ? "" : JSON.stringify(value)}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readObject(event.target.value) ?? undefined);
        }}
      />
      {isBroken ? (
        <p id={`${id}-broken`} className="text-sm text-danger">
          {'Write a JSON object: {"name": 1}. It is not sent as it stands.'}
        </p>
      ) : null}
    </>
  );
}

function readObject(text: string): Extract<ParameterValue, object> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
