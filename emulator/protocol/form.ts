import type { ServiceModel } from "../constraints/shapes.ts";
import { Fault } from "./fault.ts";

/**
 * A form such as `Dimensions.member.1.Name=x&Period=60` as the object that a JSON client would have sent: numbers,
 * booleans and dates (as epoch seconds) by the operation's shape. Without a shape all values stay strings.
 */
export function readForm(
  model: ServiceModel | undefined,
  shapeName: string | undefined,
  form: URLSearchParams,
): Record<string, unknown> {
  const tree: Node = { children: new Map() };
  for (const [key, value] of form) {
    if (key === "Action" || key === "Version" || key.startsWith("X-Amz-")) continue;
    plant(tree, key.split("."), value);
  }
  if (!model || !shapeName) return untyped(tree) as Record<string, unknown>;
  return typed(model, shapeName, tree, "") as Record<string, unknown>;
}

type Node = { value?: string; children: Map<string, Node> };

function plant(node: Node, path: string[], value: string): void {
  const [head, ...rest] = path;
  if (head === undefined) {
    node.value = value;
    return;
  }
  let child = node.children.get(head);
  if (!child) {
    child = { children: new Map() };
    node.children.set(head, child);
  }
  plant(child, rest, value);
}

function typed(model: ServiceModel, shapeName: string, node: Node, path: string): unknown {
  const shape = model.shapes[shapeName];
  switch (shape?.t) {
    case "S": {
      const members = Object.entries(shape.m ?? {}).flatMap(([name, member]) => {
        const child = node.children.get(name);
        return child ? [[name, typed(model, member, child, path ? `${path}.${name}` : name)] as const] : [];
      });
      return Object.fromEntries(members);
    }
    case "l":
      return items(node).map((child) => typed(model, shape.of ?? "", child, path));
    case "m":
      return Object.fromEntries(
        items(node).map((entry) => {
          const key = entry.children.get("key")?.value ?? "";
          return [key, typed(model, shape.v ?? "", entry.children.get("value") ?? { children: new Map() }, path)];
        }),
      );
    case "b":
      return node.value === "true";
    case "T":
      return epochSeconds(node.value, path);
    case "i":
    case "L":
    case "f":
    case "d":
      return number(node.value, path);
    default:
      return node.value ?? "";
  }
}

/** `X.member.1`, `X.entry.1` or, in flattened lists, `X.1`, by number. */
function items(node: Node): Node[] {
  const holder = node.children.get("member") ?? node.children.get("entry") ?? node;
  return [...holder.children.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
}

function untyped(node: Node): unknown {
  if (node.children.size === 0) return node.value ?? "";
  if (node.children.has("member")) return items(node).map(untyped);
  return Object.fromEntries([...node.children].map(([name, child]) => [name, untyped(child)]));
}

function number(text: string | undefined, path: string): number {
  const value = Number(text);
  if (text === undefined || text.trim() === "" || Number.isNaN(value)) {
    throw new Fault("MalformedInput", `${path} must be a number.`);
  }
  return value;
}

function epochSeconds(text: string | undefined, path: string): number {
  const ms = Date.parse(text ?? "");
  if (Number.isNaN(ms)) throw new Fault("MalformedInput", `timestamp must follow ISO8601 at ${path}.`);
  return ms / 1000;
}
