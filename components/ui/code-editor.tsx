"use client";

import { type ComponentProps, type KeyboardEvent, useRef } from "react";

import { cn } from "@/lib/cn";

import { Textarea } from "./textarea";

type CodeEditorProps = Omit<ComponentProps<typeof Textarea>, "mono" | "onKeyDown">;

const INDENT = "    ";

/** A field for code: Tab indents, Shift+Tab takes it back, and after Escape Tab leaves the field as elsewhere. */
export function CodeEditor({ className, ...rest }: CodeEditorProps) {
  const isLeaving = useRef(false);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape") {
      isLeaving.current = true;
      return;
    }
    if (event.key === "Tab" && !isLeaving.current && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      indent(event.currentTarget, event.shiftKey);
    }
    if (event.key !== "Shift") isLeaving.current = false;
  }

  return (
    <Textarea
      rows={16}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
      {...rest}
      mono
      onKeyDown={onKeyDown}
      className={cn("overflow-auto leading-relaxed whitespace-pre", className)}
    />
  );
}

/** Indents or takes back every line that the selection touches; without one, puts in what an indent is. */
function indent(field: HTMLTextAreaElement, isBack: boolean): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === end && !isBack) {
    write(field, start, end, INDENT);
    return;
  }
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const lines = value.slice(from, end).split("\n");
  const changed = lines.map((line) => (isBack ? line.replace(/^( {1,4}|\t)/, "") : INDENT + line)).join("\n");
  if (changed === value.slice(from, end)) return;
  write(field, from, end, changed);
  if (start === end)
    field.setSelectionRange(Math.max(from, start - INDENT.length), Math.max(from, start - INDENT.length));
  else field.setSelectionRange(from, from + changed.length);
}

/** As if typed, so that undo knows of it and the form hears it. */
function write(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.setSelectionRange(from, to);
  if (document.execCommand?.("insertText", false, text)) return;
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
