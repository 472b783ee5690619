import type { TaskParameter } from "@/catalog/tasks/schema";

/** `max_new_tokens` as `Max new tokens`. */
export function readable(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What an empty field stands for: that nothing is sent, and what the container does then. */
export function whenNotSent({ default: value }: TaskParameter): string {
  if (value === null) return "not sent";
  if (typeof value === "boolean") return `not sent (${value ? "on" : "off"})`;
  return `not sent (${Array.isArray(value) ? value.join(", ") : String(value)})`;
}
