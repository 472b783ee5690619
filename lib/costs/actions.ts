"use server";

import { workspaceAction } from "@/lib/actions/authed-action";
import { NothingInput } from "@/lib/settings/schema";

import { refreshPrices } from "./refresh-prices";

export const refreshPricesAction = workspaceAction({
  permission: "workspace:manage",
  input: NothingInput,
  target: () => "prices, read from AWS",
  run: (_input, { workspace }) => refreshPrices(workspace),
});
