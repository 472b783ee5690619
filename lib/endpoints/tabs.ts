import { type HostingView, hostsComponents } from "./config-view";

const ENDPOINT_TABS = [
  { id: "overview", label: "Overview" },
  { id: "components", label: "Components" },
  { id: "playground", label: "Playground" },
  { id: "metrics", label: "Metrics" },
  { id: "scaling", label: "Scaling" },
  { id: "logs", label: "Logs" },
  { id: "changes", label: "Changes" },
  { id: "code", label: "Code" },
] as const;
export type EndpointTab = (typeof ENDPOINT_TABS)[number]["id"];

/** The tab of an address; the overview for anything unknown. */
export function toEndpointTab(value: string | string[] | undefined): EndpointTab {
  return ENDPOINT_TABS.find(({ id }) => id === value)?.id ?? "overview";
}

/** The tabs that an endpoint has: components only where there can be some, or where a link asks for them. */
export function tabsOf(endpoint: { variants: readonly { hosting?: HostingView }[] }, open: EndpointTab) {
  return ENDPOINT_TABS.filter(({ id }) => id !== "components" || open === "components" || hostsComponents(endpoint));
}
