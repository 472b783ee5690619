"use client";

import { Download, Trash2, Undo2 } from "lucide-react";

import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { saveFile } from "@/components/ui/save-file";
import type { CallOptions } from "@/lib/inference/call-options";
import { toExportedJson, toMarkdown } from "@/lib/inference/chat/export-chat";
import type { SnippetTarget } from "@/lib/inference/snippets";

import { ChatCode } from "./chat-code";
import type { ChatHandle } from "./use-chat";

type Props = { chat: ChatHandle; target: SnippetTarget; options: CallOptions };

/** The name of the panel, and what one can do with the conversation as a whole. */
export function ChatHead({ chat, target, options }: Props) {
  const { endpointName } = target;
  const isEmpty = chat.messages.length === 0;
  return (
    <div className="flex min-h-12 items-center justify-between gap-2 border-b border-border px-4 py-1.5">
      <h2 className="text-base font-semibold">Chat</h2>
      <div className="flex items-center">
        {chat.cleared && isEmpty ? (
          <Button size="sm" variant="ghost" onClick={chat.undoClear}>
            <Undo2 aria-hidden="true" />
            Undo clearing
          </Button>
        ) : null}
        <ChatCode chat={chat} target={target} options={options} />
        {isEmpty ? null : (
          <>
            <Menu
              trigger={
                <IconButton label="Export the conversation">
                  <Download aria-hidden="true" />
                </IconButton>
              }
            >
              <MenuItem
                onSelect={() => saveFile(`${endpointName}-chat.md`, toMarkdown(chat, endpointName), "text/markdown")}
              >
                Markdown, as shown
              </MenuItem>
              <MenuItem
                onSelect={() =>
                  saveFile(`${endpointName}-chat.json`, toExportedJson(chat, endpointName), "application/json")
                }
              >
                JSON, with every wording and answer
              </MenuItem>
            </Menu>
            <IconButton label="Clear the conversation" onClick={chat.clear}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </>
        )}
      </div>
    </div>
  );
}
