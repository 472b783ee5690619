import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export type HubStandIn = { url: string; asked: { path: string; authorization: string | undefined }[]; close(): void };

/** Models beside the usual few, by id, as the Hub describes them; `folder` holds the files of one that can be fetched. */
export type StandInModels = Record<
  string,
  { gated?: false | "auto" | "manual"; folder?: string; [field: string]: unknown }
>;

const DISTILBERT = {
  pipeline_tag: "token-classification",
  library_name: "transformers",
  config: { model_type: "distilbert", architectures: ["DistilBertForTokenClassification"] },
  safetensors: { parameters: { F32: 66_000_000 }, total: 66_000_000 },
};
const FACTS = { _id: "1", private: false, gated: false, downloads: 0, likes: 0, lastModified: "2026-01-01T00:00:00Z" };

/** Answers `/api/models/…` and `/…/resolve/…` as the Hub does for a few names and the given models; `models/slow` never answers. */
export async function startHubStandIn(port = 0, models: StandInModels = {}): Promise<HubStandIn> {
  const asked: HubStandIn["asked"] = [];
  const server = createServer(({ url = "", headers }, response) => {
    const [, id = "", revision = ""] = /^\/api\/models\/(.+)\/revision\/([^?]+)/.exec(url) ?? [];
    asked.push({ path: url, authorization: headers.authorization });
    if (id === "models/slow") return;
    const file = /^\/(.+)\/resolve\/([^/]+)\/([^?]+)/.exec(url);
    if (file) {
      const [, owner = "", , path = ""] = file;
      const content = fileOf(models[owner]?.folder, path);
      response.writeHead(content ? 200 : 404, { "content-length": content?.length ?? 0 }).end(content ?? undefined);
      return;
    }
    const [status, body] = answerOf(id, revision, headers.authorization !== undefined, models);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerOf(id: string, revision: string, hasToken: boolean, models: StandInModels): [number, object] {
  if (id === "models/down") return [503, { error: "Service Unavailable" }];
  if (id === "models/private" && hasToken) return [200, { ...FACTS, id, private: true }];
  if (id === "models/private" || (id === "models/absent" && !hasToken)) {
    return [401, { error: "Invalid username or password." }];
  }
  if (id === "models/absent") return [404, { error: "Repository not found" }];
  if (revision !== "main") return [404, { error: `Invalid rev id: ${revision}` }];
  if (models[id]) {
    const { folder: _, ...described } = models[id];
    return [200, { ...FACTS, id, ...described }];
  }
  const gated = id === "models/gated" ? "manual" : false;
  return [200, { ...FACTS, id, gated, ...DISTILBERT }];
}

function fileOf(folder: string | undefined, path: string): Buffer | null {
  try {
    return folder === undefined ? null : readFileSync(join(folder, path));
  } catch {
    return null;
  }
}
