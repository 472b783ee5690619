"use client";

import { Braces } from "lucide-react";
import { useState } from "react";

import { CodeBlock } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { AssistantMessage } from "@/lib/inference/chat/conversation";
import { pretty } from "@/lib/inference/pretty-json";

/** Shows what was sent to the container and what it answered, as it was. */
export function RawAnswer({ raw }: { raw: NonNullable<AssistantMessage["raw"]> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton size="sm" label="Show request and raw answer" onClick={() => setOpen(true)}>
        <Braces aria-hidden="true" />
      </IconButton>
      <Dialog size="lg" open={isOpen} onOpenChange={setOpen} title="Request and raw answer">
        <div className="flex flex-col gap-4">
          <CodeBlock language="Request" code={pretty(raw.request)} />
          <CodeBlock language="Answer" code={pretty(raw.answer)} />
        </div>
      </Dialog>
    </>
  );
}
