import { servingProtocol } from "@/catalog/containers/serving-protocol";
import type { ContainerView } from "@/lib/endpoints/model-view";

import type { Served } from "./dialect";

/** What an endpoint's main container is, as far as talking to it goes. Servers of language models name no task. */
export function servedBy(task: string | null, container: ContainerView | null): Served {
  const image = container?.image ?? null;
  const environment = Object.fromEntries(container?.environment.map(({ name, value }) => [name, value ?? ""]) ?? []);
  return { image, environment, task: task ?? impliedTask(image) };
}

function impliedTask(image: string | null): string | null {
  const protocol = image === null ? null : servingProtocol(image);
  if (protocol === "tgi" || protocol === "openai-chat") return "text-generation";
  return protocol === "tei" ? "feature-extraction" : null;
}
