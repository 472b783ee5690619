import { expect, test } from "vitest";

import type { Member } from "@/lib/auth/member";
import { database } from "@/lib/db/database";
import { onBothDatabases } from "@/lib/testing/test-database";

import { createDashboard, deleteDashboard, listDashboards, readDashboard, saveDashboard } from "./service";

const local = { id: "local" };
const ada: Member = { id: "ada", name: "ada", role: "tester" };
const bob: Member = { id: "bob", name: "bob", role: "tester" };
const operator: Member = { id: "ops", name: "ops", role: "operator" };
const panels = [
  { id: "invocations", chart: "invocations", names: ["demo"] },
  { id: "cpu", chart: "cpu", names: ["demo", "other"] },
];

onBothDatabases(() => {
  test("a dashboard is there for everybody of the workspace, by name, and in no other workspace", async () => {
    await createDashboard(local, ada, { name: "Zoo", panels });
    const { id } = await createDashboard(local, bob, { name: "Ape", panels: [] });
    expect((await listDashboards(local)).map(({ name }) => name)).toStrictEqual(["Ape", "Zoo"]);
    expect(await listDashboards({ id: "other" })).toStrictEqual([]);
    await expect(readDashboard({ id: "other" }, id)).rejects.toThrow("not there any more");
    await createDashboard({ id: "other" }, bob, { name: "Ape", panels: [] });
    await expect(createDashboard(local, ada, { name: "Ape", panels })).rejects.toThrow('already a dashboard "Ape"');
  });

  test("what is saved keeps its order and says who saved it", async () => {
    const made = await createDashboard(local, ada, { name: "One", panels });
    const turned = panels.toReversed();
    await saveDashboard(local, operator, { id: made.id, version: made.version, name: "Uno", panels: turned });
    expect(await readDashboard(local, made.id)).toStrictEqual({
      ...made,
      name: "Uno",
      panels: turned,
      updatedAt: expect.any(String),
      updatedBy: "ops",
      version: 2,
    });
  });

  test("nobody overwrites what another saved meanwhile", async () => {
    const made = await createDashboard(local, ada, { name: "One", panels });
    await saveDashboard(local, operator, { ...made, panels: [] });
    await expect(saveDashboard(local, ada, { ...made, name: "Two" })).rejects.toThrow(
      "ops saved this dashboard meanwhile",
    );
    expect(await readDashboard(local, made.id)).toMatchObject({ name: "One", panels: [], version: 2 });
  });

  test("one's own can be saved and deleted, those of others only by operators", async () => {
    const made = await createDashboard(local, ada, { name: "One", panels });
    await createDashboard(local, ada, { name: "Two", panels });
    await expect(saveDashboard(local, bob, made)).rejects.toThrow("Only ada and operators may change");
    await expect(deleteDashboard(local, bob, made.id)).rejects.toThrow("Only ada and operators may delete");
    await expect(saveDashboard(local, ada, { ...made, name: "Two" })).rejects.toThrow('already a dashboard "Two"');
    await deleteDashboard(local, operator, made.id);
    expect((await listDashboards(local)).map(({ name }) => name)).toStrictEqual(["Two"]);
  });

  test("a chart that the catalogue no longer has is left out", async () => {
    const { id } = await createDashboard(local, ada, { name: "Old", panels });
    const kept = JSON.stringify([...panels, { id: "gone", chart: "no-such-chart", names: ["demo"] }]);
    await (await database()).updateTable("dashboards").set({ panels_json: kept }).where("id", "=", id).execute();
    expect((await readDashboard(local, id)).panels).toStrictEqual(panels);
  });
});
