"use client";

import { useState } from "react";

import { type ParsedUri, parseImageUri } from "@/catalog/containers/image-uri";
import { describeContainer } from "@/catalog/containers/labels";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel } from "@/components/ui/panel";

/** The other way round: paste a URI from a notebook or a model and learn what it is, or what is wrong with it. */
export function ReadUri({ onOpen }: { onOpen: (id: string, region: string) => void }) {
  const [text, setText] = useState("");
  const parsed = text.trim() === "" ? null : parseImageUri(text);
  return (
    <Panel title="Read an image_uri">
      <Field
        label="Paste one from code, a model or a log"
        required
        error={parsed && !parsed.ok ? parsed.reason : undefined}
        help={parsed?.ok ? <Answer parsed={parsed} onOpen={onOpen} /> : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            mono
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="763104351884.dkr.ecr…"
          />
        )}
      </Field>
    </Panel>
  );
}

type AnswerProps = { parsed: Extract<ParsedUri, { ok: true }>; onOpen: (id: string, region: string) => void };

function Answer({ parsed, onOpen }: AnswerProps) {
  const { container, region, isShortTag } = parsed;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-1">
      <span className="min-w-0 flex-1 basis-48 text-foreground">
        {describeContainer(container)}, in {region}
        {isShortTag ? ". Short tag of the SDK; the full one is shown in the picker." : ""}
      </span>
      <Button size="sm" onClick={() => onOpen(container.id, region)}>
        Open it
      </Button>
    </div>
  );
}
