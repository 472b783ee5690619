"use client";

import { LoaderCircle, Upload } from "lucide-react";
import { type ChangeEvent, type DragEvent, type ReactNode, useId, useState } from "react";

import { buttonStyles } from "@/components/ui/button";
import { cn } from "@/lib/cn";

type Props = {
  noun: string;
  accept: string;
  isReading: boolean;
  canPaste: boolean;
  onFile: (file: File, name: string) => void;
  children?: ReactNode;
};

/** A place to drop a file on, with the picker for those who do not drag. */
export function FileDrop({ noun, accept, isReading, canPaste, onFile, children }: Props) {
  const id = useId();
  const [isOver, setOver] = useState(false);

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    // So that the same file can be picked again after it was removed.
    event.target.value = "";
    if (file) onFile(file, file.name);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !event.currentTarget.matches("fieldset:disabled *")) onFile(file, file.name);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the picker inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        "flex min-h-32 flex-col items-center justify-center gap-3 rounded-control border border-dashed p-4 text-center text-muted transition-colors",
        isOver ? "border-accent bg-selected" : "border-border-control bg-inset",
      )}
    >
      <p className="flex items-center gap-2 text-base">
        {isReading ? <LoaderCircle aria-hidden="true" className="size-4 animate-spin" /> : null}
        {isReading ? `Reading the ${noun}…` : `Drop ${canPaste ? "or paste " : ""}a ${noun} here, or`}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <label
          htmlFor={id}
          className={cn(
            buttonStyles(),
            "relative cursor-pointer hover:bg-hover has-disabled:cursor-not-allowed has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
          )}
        >
          <Upload aria-hidden="true" />
          Choose a file
          <input
            id={id}
            type="file"
            accept={accept}
            onChange={onChange}
            aria-label={`Choose a ${noun}`}
            className="absolute inset-0 cursor-pointer opacity-0 file:cursor-pointer disabled:cursor-not-allowed"
          />
        </label>
        {children}
      </div>
    </div>
  );
}
