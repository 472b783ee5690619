"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";

import { DataTable } from "@/components/data-table/data-table";
import { useDataTable } from "@/components/data-table/use-data-table";
import { useRefusal } from "@/components/shell/workspace-context";
import { Button } from "@/components/ui/button";
import { Toolbar } from "@/components/ui/toolbar";
import { memberQueries } from "@/lib/members/queries";
import type { NewPassword } from "@/lib/members/view";

import { AddMemberDialog } from "./add-member-dialog";
import { memberColumns } from "./member-columns";
import { NewPasswordDialog } from "./new-password-dialog";
import { RefusalNote } from "./refusal-note";

export function MembersView() {
  const { data: members } = useSuspenseQuery(memberQueries.list());
  const refusal = useRefusal("member:manage");
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<NewPassword | null>(null);
  const table = useDataTable({ columns: memberColumns, rows: members, rowId: (member) => member.id });

  return (
    <>
      <Toolbar
        label="Members"
        end={
          <Button variant="primary" disabled={refusal !== null} onClick={() => setAdding(true)}>
            <UserPlus aria-hidden="true" />
            Add member
          </Button>
        }
      >
        <RefusalNote refusal={refusal} />
      </Toolbar>
      <DataTable label="Members" table={table} />
      <AddMemberDialog open={adding} onClose={() => setAdding(false)} onAdded={setMade} />
      <NewPasswordDialog made={made} onClose={() => setMade(null)} />
    </>
  );
}
