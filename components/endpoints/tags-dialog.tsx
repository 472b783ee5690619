"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorPanel } from "@/components/ui/error-panel";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { TagInput } from "@/lib/endpoints/schema";
import { plural } from "@/lib/format/numbers";
import { problemIn } from "@/lib/problem-in";

import { ExistingTags } from "./existing-tags";
import { useChangeTags } from "./use-change-tags";

type Errors = { key?: string; value?: string };

/** Puts tags on endpoints and takes others off. */
export function TagsDialog({ names, onClose }: { names: readonly string[]; onClose: () => void }) {
  const change = useChangeTags();
  const [key, setKey] = useState("");
  const [value, setValue] = useState("");
  const [errors, setErrors] = useState<Errors>({});
  const [add, setAdd] = useState<TagInput[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const failed = change.data ?? [];

  function typed(): TagInput[] | null {
    if (key.trim() === "" && value.trim() === "") return add;
    const read = TagInput.safeParse({ key, value });
    if (!read.success) {
      const { fieldErrors } = read.error.flatten();
      setErrors({ key: fieldErrors.key?.[0], value: fieldErrors.value?.[0] });
      return null;
    }
    return [...add.filter((tag) => tag.key !== read.data.key), read.data];
  }
  function take() {
    const tags = typed();
    if (!tags) return;
    setAdd(tags);
    setKey("");
    setValue("");
    setErrors({});
  }
  function save() {
    const tags = typed();
    if (!tags) return;
    change.mutate(
      { names: [...names], add: tags, remove: remove.filter((each) => !tags.some((tag) => tag.key === each)) },
      { onSuccess: (problems) => (problems.length === 0 ? onClose() : undefined) },
    );
  }
  const hasChange = add.length > 0 || remove.length > 0 || key.trim() !== "";
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={names.length === 1 ? `Tags of ${names[0]}` : `Tags of ${plural(names.length, "endpoint")}`}
      size="md"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!hasChange} busy={change.isPending} onClick={save}>
            Save tags
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ExistingTags
          names={names}
          removed={remove}
          onToggle={(tag) => setRemove(remove.includes(tag) ? remove.filter((each) => each !== tag) : [...remove, tag])}
        />
        <div className="flex flex-wrap items-start gap-3">
          <Field label="Key" error={errors.key}>
            {(ids) => <Input {...ids} value={key} onChange={({ target }) => setKey(target.value)} />}
          </Field>
          <Field label="Value" error={errors.value}>
            {(ids) => <Input {...ids} value={value} onChange={({ target }) => setValue(target.value)} />}
          </Field>
          <Button className="mt-6" disabled={key.trim() === ""} onClick={take}>
            <Plus aria-hidden="true" />
            Add another
          </Button>
        </div>
        {add.length > 0 ? (
          <ul aria-label="Tags to add" className="flex flex-wrap gap-2">
            {add.map((tag) => (
              <li key={tag.key} className="inline-flex items-center gap-1">
                <Badge className="h-auto font-mono break-all whitespace-normal">
                  {tag.value ? `${tag.key} = ${tag.value}` : tag.key}
                </Badge>
                <IconButton
                  size="sm"
                  label={`Do not add ${tag.key}`}
                  onClick={() => setAdd(add.filter((each) => each !== tag))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : null}
        {failed.map(({ name, problem }) => (
          <ErrorPanel key={name} title={`The tags of ${name} were not changed`} problem={problem} onRetry={save} />
        ))}
        {change.error ? <ErrorPanel problem={problemIn(change.error)} onRetry={save} /> : null}
      </div>
    </Dialog>
  );
}
