import { expect, vi } from "vitest";

import { forgetReads } from "@/lib/aws/read-cache";
import { describeEndpoint } from "@/lib/aws/sagemaker/endpoints";
import { runOperation } from "@/lib/operations/runner";
import { getOperation } from "@/lib/operations/service";
import type { AwsCall } from "@/lib/specification/view";
import type { Workspace } from "@/lib/workspaces/view";

import { listParked } from "../parked-store";
import { restoreParked } from "../restore";
import { sendCalls } from "../send-call";
import { parkEndpoint } from "../service";

const member = { id: "m", name: "mia", role: "operator" } as const;

/** Makes endpoints of a workspace, parks and restores them; the test runs the operations itself. */
export function parkBench(workspace: Workspace) {
  async function run(id: string) {
    await runOperation(id, "test");
    return getOperation(workspace, id);
  }

  async function untilInService(name: string): Promise<void> {
    await vi.waitFor(async () => {
      forgetReads(workspace.id);
      expect((await describeEndpoint(workspace, name)).status).toBe("InService");
    }, 20_000);
  }

  return {
    run,
    untilInService,
    /** Sends the calls of an endpoint without inference components. */
    make: async (wanted: readonly AwsCall[], name: string): Promise<void> => {
      const isOwn = ({ service }: AwsCall) => service === "sagemaker";
      await sendCalls(workspace, wanted.filter(isOwn));
      await untilInService(name);
      await sendCalls(
        workspace,
        wanted.filter((call) => !isOwn(call)),
      );
      forgetReads(workspace.id);
    },
    park: async (name: string) => {
      const { id } = await parkEndpoint(workspace, member, { name, requestId: crypto.randomUUID() });
      const operation = await run(id);
      const [parked] = (await listParked(workspace.id)).filter(({ endpoint }) => endpoint === name);
      if (!parked) throw new Error(`${name} is not parked: ${JSON.stringify(operation)}`);
      return { operation, parked };
    },
    restore: async (parked: { id: string; endpoint: string }) => {
      const input = { id: parked.id, name: parked.endpoint, requestId: crypto.randomUUID() };
      return run((await restoreParked(workspace, member, input)).id);
    },
  };
}
