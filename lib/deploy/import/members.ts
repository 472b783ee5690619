import type { Json, JsonObject } from "./view";

/** Members of JSON that came from outside: what is not of the wanted kind is as good as absent. */

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const objectOf = (value: Json | undefined) => (isObject(value) ? value : undefined);
export const listOf = (value: Json | undefined) => (Array.isArray(value) ? value.filter(isObject) : []);
export const numberOf = (value: Json | undefined) => (typeof value === "number" ? value : undefined);
export const textOf = (value: Json | undefined) => (typeof value === "string" ? value : "");
/** A number as a form's field holds it. */
export const digitsOf = (value: Json | undefined) => (typeof value === "number" ? String(value) : "");
