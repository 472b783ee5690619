/** Version of a model server, as its image's tag tells it. */
export type Version = readonly [major: number, minor: number, patch: number];

export type TgiSettings = {
  modelId: string;
  version: Version;
  /** null: as the model allows. */
  maxInputTokens: number | null;
  maxTotalTokens: number | null;
  maxBestOf: number;
  maxStopSequences: number;
  maxTopTokens: number;
  maxClientBatchSize: number;
  /** MESSAGES_API_ENABLED: /invocations takes chat requests. */
  isChatOnly: boolean;
};

export type OpenAiSettings = {
  /** The name that answers carry, and by which a request may ask for the model. */
  servedName: string;
  version: Version;
  maxModelLength: number | null;
};

export type TeiSettings = {
  modelId: string;
  maxClientBatchSize: number;
  /** AUTO_TRUNCATE: long texts are cut unless a request says otherwise. */
  isTruncating: boolean;
  /** How the vectors of tokens become one. */
  pooling: "mean" | "cls" | "last_token";
};

/** The model server inside a container, with what its environment sets. It knows nothing secret. */
export type ServerSpec =
  | { family: "toolkit" }
  | { family: "tgi"; settings: TgiSettings }
  | { family: "vllm"; settings: OpenAiSettings }
  | { family: "sglang"; settings: OpenAiSettings }
  | { family: "tei"; settings: TeiSettings };

export type FamilyName = ServerSpec["family"];

/** The model as a server's log lines name it. */
export function shownModel({ server, name }: { server: ServerSpec; name: string }): string {
  if (server.family === "toolkit") return name;
  return "modelId" in server.settings ? server.settings.modelId : server.settings.servedName;
}

/** Compares versions: true when `version` is `least` or newer. */
export function isAtLeast(version: Version, least: Version): boolean {
  for (const [index, part] of version.entries()) {
    const other = least[index] ?? 0;
    if (part !== other) return part > other;
  }
  return true;
}
