"use client";

import { CodeXml } from "lucide-react";
import { useState } from "react";

import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { CallOptions } from "@/lib/inference/call-options";
import type { SnippetTarget } from "@/lib/inference/snippets";

import { RequestCode } from "../request-code";
import type { ChatHandle } from "./use-chat";

type Props = { chat: ChatHandle; target: SnippetTarget; options: CallOptions };

/** Shows the chat's request as code that reads the answer as this page does. */
export function ChatCode({ chat, target, options }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label="Show the request as code" onClick={() => setOpen(true)}>
        <CodeXml aria-hidden="true" />
      </IconButton>
      <Dialog
        size="lg"
        open={isOpen}
        onOpenChange={setOpen}
        title="The request as code"
        description={
          chat.messages.length > 0
            ? "Sends the conversation up to your latest message."
            : "Sends a sample question. After your first message it sends yours."
        }
      >
        {isOpen ? <RequestCode target={target} request={chat.request()} options={options} /> : null}
      </Dialog>
    </>
  );
}
