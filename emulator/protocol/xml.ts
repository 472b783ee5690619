import type { ServiceModel } from "../constraints/shapes.ts";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;" };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/** A value as the XML of the query protocol; epoch seconds become ISO dates where the shape is a timestamp. */
export function writeXml(
  model: ServiceModel | undefined,
  shapeName: string | undefined,
  element: string,
  value: unknown,
): string {
  if (value === undefined || value === null) return "";
  return `<${element}>${content(model, shapeName, value)}</${element}>`;
}

function content(model: ServiceModel | undefined, shapeName: string | undefined, value: unknown): string {
  const shape = shapeName === undefined ? undefined : model?.shapes[shapeName];
  if (Array.isArray(value)) return value.map((item) => writeXml(model, shape?.of, "member", item)).join("");
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null) {
    if (shape?.t === "m") return Object.entries(value).map(entryXml).join("");
    return Object.entries(value)
      .map(([name, member]) => writeXml(model, shape?.m?.[name], name, member))
      .join("");
  }
  if (shape?.t === "T" && typeof value === "number") return new Date(value * 1000).toISOString();
  return escapeXml(String(value));
}

function entryXml([key, value]: [string, unknown]): string {
  return `<entry><key>${escapeXml(key)}</key><value>${escapeXml(String(value))}</value></entry>`;
}
