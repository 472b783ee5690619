import { engineVersion, type ServingProtocol, servingProtocol } from "@/catalog/containers/serving-protocol";

/** How a conversation is put to a container. */
export type Dialect =
  /** `messages`, as in OpenAI's chat completions. */
  | "messages"
  /** TGI's own `inputs` and `parameters`. */
  | "tgi"
  /** A pipeline of the inference toolkit, with the list of messages in `inputs`. */
  | "pipeline"
  /** A pipeline that knows no messages: the conversation as one text. */
  | "pipeline-text"
  /** The toolkit's `conversational` task, gone with transformers 4.42. */
  | "conversational";

export const DIALECTS: Record<
  Dialect,
  { label: string; canStream: boolean /** What is worth knowing. */; note: string | null }
> = {
  messages: { label: "Messages (OpenAI chat)", canStream: true, note: null },
  tgi: {
    label: "Inputs (TGI)",
    canStream: true,
    note: "This container takes no messages: the conversation is sent as one text.",
  },
  pipeline: { label: "Messages (Transformers pipeline)", canStream: false, note: null },
  "pipeline-text": {
    label: "Text (Transformers pipeline)",
    canStream: false,
    note: "This container takes no messages: the conversation is sent as one text.",
  },
  conversational: { label: "Conversational task", canStream: false, note: "This container knows no system prompt." },
};

/** What is known of an endpoint's container. */
export type Served = { image: string | null; environment: Record<string, string>; task: string | null };

/** How the container of an endpoint is spoken to in a chat. */
export function chatDialect(served: Served): Dialect {
  const protocol = protocolOf(served);
  if (protocol === "openai-chat") return "messages";
  if (protocol === "tgi") return takesMessages(served) ? "messages" : "tgi";
  if (served.task === "conversational") return "conversational";
  return transformersBefore(served.image, 4, 42) ? "pipeline-text" : "pipeline";
}

/** The protocol of the endpoint's image; an image that is not known is asked as the toolkit is. */
export function protocolOf({ image }: Served): ServingProtocol {
  return (image ? servingProtocol(image) : null) ?? "toolkit";
}

/** TGI's /invocations takes both since 2.4 (router/src/sagemaker.rs); before, a switch turned all of it into chat. */
function takesMessages({ image, environment }: Served): boolean {
  return takesEither(image) || environment.MESSAGES_API_ENABLED?.toLowerCase() === "true";
}

/** A TGI from before 2.4 whose switch turned all of /invocations into chat: it takes no `inputs`. */
export function isChatOnly(served: Served): boolean {
  return takesMessages(served) && !takesEither(served.image);
}

function takesEither(image: string | null): boolean {
  const [major = 0, minor = 0] = engineVersion(image ?? "") ?? [];
  return major > 2 || (major === 2 && minor >= 4);
}

function transformersBefore(image: string | null, major: number, minor: number): boolean {
  const found = /transformers(\d+)\.(\d+)/.exec(image ?? "");
  if (!found) return false;
  const [, foundMajor = 0, foundMinor = 0] = found.map(Number);
  return foundMajor < major || (foundMajor === major && foundMinor < minor);
}
