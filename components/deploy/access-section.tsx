"use client";

import { Panel } from "@/components/ui/panel";

import { EnvironmentRows } from "./environment-rows";
import { RoleField } from "./role-field";
import { TagRows } from "./tag-rows";
import { TokenField } from "./token-field";

/** Role, token, environment and tags. */
export function AccessSection({ hasSavedToken }: { hasSavedToken: boolean }) {
  return (
    <Panel title="Access and environment">
      <div className="flex flex-col gap-5">
        <RoleField />
        <TokenField hasSavedToken={hasSavedToken} />
        <EnvironmentRows />
        <TagRows />
      </div>
    </Panel>
  );
}
