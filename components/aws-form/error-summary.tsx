"use client";

import { CircleX } from "lucide-react";
import { useEffect, useRef } from "react";
import { type FieldErrors, useFormContext, useFormState } from "react-hook-form";
import { plural } from "@/lib/format/numbers";

import { fieldId } from "./form-field";

/**
 * Everything that stands in the way, at the top, each a link to its field. `labels` says what each field is called, in
 * the form's order.
 */
export function ErrorSummary({ labels }: { labels: Readonly<Record<string, string>> }) {
  const { control } = useFormContext();
  const { errors, submitCount } = useFormState({ control });
  const messages = inFormOrder(flatten(errors), Object.keys(labels));
  const box = useRef<HTMLDivElement>(null);

  // After a failed press of the button the focus goes where the reasons are.
  useEffect(() => {
    if (submitCount > 0) box.current?.focus();
  }, [submitCount]);

  if (submitCount === 0 || messages.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-panel border border-danger/30 bg-danger-soft p-4 text-base outline-none"
    >
      <CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
      <div>
        <p className="font-semibold">{plural(messages.length, "thing")} to put right first</p>
        <ul className="mt-1 list-disc pl-5">
          {messages.map(({ path, message }) => (
            <li key={path}>
              <a
                href={`#${fieldId(path)}`}
                className="underline"
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(fieldId(path));
                  field?.focus();
                  field?.scrollIntoView({ block: "center" });
                }}
              >
                {labelOf(path, labels)}: {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function inFormOrder(messages: Message[], order: string[]): Message[] {
  const place = ({ path }: Message) => order.indexOf(path.split(".")[0] ?? "");
  return messages.toSorted((a, b) => place(a) - place(b));
}

/** `Environment variable 2` for `environment.1.name`. */
function labelOf(path: string, labels: Readonly<Record<string, string>>): string {
  const [field = "", index] = path.split(".");
  return `${labels[field] ?? field}${index === undefined ? "" : ` ${Number(index) + 1}`}`;
}

type Message = { path: string; message: string };

/** Errors of rows (`environment.2.name`) sit deeper than others. */
function flatten(errors: FieldErrors, prefix = ""): Message[] {
  return Object.entries(errors).flatMap(([name, error]): Message[] => {
    if (!error || typeof error !== "object" || name === "ref") return [];
    const path = `${prefix}${name}`;
    if ("message" in error && typeof error.message === "string" && error.message)
      return [{ path, message: error.message }];
    return flatten(error as FieldErrors, `${path}.`);
  });
}
