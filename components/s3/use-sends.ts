"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { useWorkspace } from "@/components/shell/workspace-context";
import { s3Keys } from "@/lib/s3/queries";
import { type FileProgress, FileSender } from "@/lib/s3/send-file";

export type Send = { id: number; bucket: string; key: string; bytes: number; progress: FileProgress };

/** Files on their way into S3, one after the other is not waited for. They end with the page, or with the dialog. */
export function useSends() {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const [sends, setSends] = useState<Send[]>([]);
  const senders = useRef(new Map<number, FileSender>());

  // Whoever closes the dialog leaves no parts behind that S3 would bill.
  useEffect(() => {
    const held = senders.current;
    return () => {
      for (const sender of held.values()) void sender.cancel();
    };
  }, []);

  function tell(id: number, bucket: string, progress: FileProgress) {
    if (progress.state === "done" || progress.state === "cancelled") senders.current.delete(id);
    if (progress.state === "done") {
      void queryClient.invalidateQueries({ queryKey: s3Keys.bucket(workspace.id, bucket) });
    }
    setSends((all) =>
      progress.state === "cancelled"
        ? all.filter((send) => send.id !== id)
        : all.map((send) => (send.id === id ? { ...send, progress } : send)),
    );
  }

  function add(bucket: string, prefix: string, files: readonly File[]) {
    for (const file of files) {
      const id = nextId();
      const key = prefix + file.name;
      const sender = new FileSender({ workspace: workspace.id, bucket, key, file }, (progress) =>
        tell(id, bucket, progress),
      );
      senders.current.set(id, sender);
      setSends((all) => [...all, { id, bucket, key, bytes: file.size, progress: { state: "sending", sent: 0 } }]);
      void sender.begin();
    }
  }

  return {
    sends,
    add,
    resume: (id: number) => void senders.current.get(id)?.resume(),
    replace: (id: number) => void senders.current.get(id)?.replace(),
    cancel: (id: number) => void senders.current.get(id)?.cancel(),
  };
}

let last = 0;
function nextId(): number {
  last += 1;
  return last;
}
