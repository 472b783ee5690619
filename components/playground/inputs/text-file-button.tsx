"use client";

import { type ReactNode, useRef } from "react";

import { Button } from "@/components/ui/button";

type Props = { label: string; accept: string; icon: ReactNode; onText: (text: string) => void };

/** Reads a text file that a person picks. */
export function TextFileButton({ label, accept, icon, onText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file) onText(await file.text());
        }}
      />
      <Button size="sm" variant="ghost" onClick={() => input.current?.click()}>
        {icon}
        {label}
      </Button>
    </>
  );
}
