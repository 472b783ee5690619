/** A tab of an endpoint's page, about one of its components: the Components tab itself unless another is named. */
export function componentPath(
  endpoint: string,
  component: string,
  tab: "components" | "playground" | "metrics" | "logs" | "scaling" = "components",
): `/${string}` {
  // The Scaling tab calls whatever is scaled a variant.
  const query = new URLSearchParams({ tab, [tab === "scaling" ? "variant" : "component"]: component });
  return `/endpoints/${encodeURIComponent(endpoint)}?${query}`;
}
