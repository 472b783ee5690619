"use client";

import { FileUp, FolderUp, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { DeployFormValues } from "@/lib/deploy/schema";
import { formatBytes } from "@/lib/format/bytes";
import { TEMPLATE_NAMES, TEMPLATES, type TemplateName, templateWith } from "@/lib/own-code/templates";

import { type CodeFiles, readPicked } from "./code-files";

type CodePickerProps = {
  extras: CodeFiles;
  onExtras: (extras: CodeFiles) => void;
  /** A further way to begin, beside the uploads. */
  children?: ReactNode;
};

/** Where the code comes from: a template to begin with, or files of one's own. */
export function CodePicker({ extras, onExtras, children }: CodePickerProps) {
  const { control, setValue } = useFormContext<DeployFormValues>();
  const script = useWatch({ control, name: "inferencePy" });
  const [problem, setProblem] = useState<string | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const template = templateWith(script);
  // Nothing that somebody wrote is replaced by a template.
  const isWritten = script.trim() !== "" && template === null;

  async function pick(input: HTMLInputElement) {
    const picked = [...(input.files ?? [])];
    input.value = ""; // so that the same file can be picked again
    if (picked.length === 0) return;
    const read = await readPicked(picked);
    setProblem("problem" in read ? read.problem : null);
    if ("problem" in read) return;
    const options = { shouldDirty: true, shouldValidate: true };
    if (read.inferencePy !== null) setValue("inferencePy", read.inferencePy, options);
    if (read.requirementsTxt !== null) setValue("requirementsTxt", read.requirementsTxt, options);
    const kept = extras.filter(({ path }) => !read.extras.some((file) => file.path === path));
    onExtras([...kept, ...read.extras]);
  }

  function begin(name: TemplateName) {
    setValue("inferencePy", TEMPLATES[name].inferencePy, { shouldDirty: true, shouldValidate: true });
  }

  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl<TemplateName | "own">
        label="Begin with"
        value={template ?? "own"}
        onChange={(name) => name !== "own" && begin(name)}
        segments={[
          ...TEMPLATE_NAMES.map((name) => ({ value: name, label: TEMPLATES[name].label, disabled: isWritten })),
          { value: "own", label: "Your script", disabled: !isWritten },
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => files.current?.click()}>
          <FileUp aria-hidden="true" />
          Upload files
        </Button>
        <Button size="sm" onClick={() => folder.current?.click()}>
          <FolderUp aria-hidden="true" />
          Upload a folder
        </Button>
        {children}
        <input
          ref={files}
          type="file"
          multiple
          aria-label="Files with inference code"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => void pick(event.target)}
        />
        <input
          ref={folder}
          type="file"
          multiple
          aria-label="Folder with inference code"
          className="sr-only"
          tabIndex={-1}
          // Not in React's types, and in every browser.
          {...{ webkitdirectory: "" }}
          onChange={(event) => void pick(event.target)}
        />
      </div>
      {isWritten ? <p className="text-sm text-muted">Empty the editor to begin with a template.</p> : null}
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : null}
      {extras.length > 0 ? (
        <ul aria-label="Further files" className="flex flex-wrap gap-2">
          {extras.map(({ path, file }) => (
            <li key={path} className="flex items-center gap-1 rounded-control border border-border pl-2 text-sm">
              <span className="font-mono break-all">{path}</span>
              <span className="text-muted">{formatBytes(file.size)}</span>
              <IconButton
                label={`Remove ${path}`}
                size="sm"
                onClick={() => onExtras(extras.filter((other) => other.path !== path))}
              >
                <X aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
