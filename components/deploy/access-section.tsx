"use client";

import { EnvironmentRows } from "@/components/aws-form/environment-rows";
import { RoleField } from "@/components/aws-form/role-field";
import { TagRows } from "@/components/aws-form/tag-rows";
import { Panel } from "@/components/ui/panel";
import { AlarmsField } from "./alarms-field";
import { ExpiryField } from "./expiry-field";
import { TokenField } from "./token-field";

/** Role, token, environment and tags. */
export function AccessSection({ hasSavedToken }: { hasSavedToken: boolean }) {
  return (
    <Panel title="Access and environment">
      <div className="flex flex-col gap-5">
        <RoleField purpose="to read the model from S3" />
        <TokenField hasSavedToken={hasSavedToken} />
        <EnvironmentRows />
        <TagRows />
        <ExpiryField />
        <AlarmsField />
      </div>
    </Panel>
  );
}
