"use client";

import { useEffect, useRef } from "react";

import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";

import { RequestDetail } from "./request-detail";

type Props = { id: string; onResent: (id: string) => void; onClose: () => void };

/** The request that was chosen in the list below: the page is brought to it, past the form and from the list. */
export function OpenedRequest({ id, onResent, onClose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: "start" }), []);
  return (
    <div ref={place} className="scroll-mt-28">
      <Panel
        title="Request"
        actions={
          <Button size="sm" onClick={onClose}>
            Close
          </Button>
        }
      >
        <RequestDetail id={id} onResent={onResent} />
      </Panel>
    </div>
  );
}
