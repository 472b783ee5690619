import { XMLParser, XMLValidator } from "fast-xml-parser";
import { malformedXml } from "./faults.ts";

const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

/** A piece of finished XML. */
export type Xml = { xml: string };
export type XmlContent = Xml | string | number | boolean | null | undefined | XmlContent[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
};

/** One element; a null or undefined content leaves it out. */
export function element(name: string, content: XmlContent): Xml {
  return content === null || content === undefined ? { xml: "" } : { xml: `<${name}>${text(content)}</${name}>` };
}

/** A whole document in S3's namespace. */
export function document(name: string, content: XmlContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${NAMESPACE}">${text(content)}</${name}>`;
}

/** S3's errors have no namespace. */
export function errorDocument(content: XmlContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${text(content)}</Error>`;
}

function text(content: XmlContent): string {
  if (content === null || content === undefined) return "";
  if (Array.isArray(content)) return content.map(text).join("");
  if (typeof content === "object") return content.xml;
  return String(content).replace(/[&<>"\r\n]/g, (character) => ESCAPES[character] ?? character);
}

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  removeNSPrefix: true,
  htmlEntities: true,
  isArray: (name) => name === "Object" || name === "Part" || name === "Tag",
});

/** What a parsed element may hold: text, children by name, or several of one name. */
export type XmlNode = string | XmlNode[] | { [name: string]: XmlNode };

/** Reads a request's document; throws MalformedXML when its root is not `root`. */
export function parseDocument(source: string, root: string): XmlNode {
  // S3's documents have no DOCTYPE; one could only define entities.
  if (source.includes("<!DOCTYPE") || XMLValidator.validate(source) !== true) throw malformedXml();
  const parsed = parser.parse(source) as Record<string, XmlNode>;
  const found = parsed[root];
  if (found === undefined) throw malformedXml();
  return found;
}

/** The children of one name; none when there are none. */
export function childrenOf(node: XmlNode, name: string): XmlNode[] {
  if (typeof node === "string" || Array.isArray(node)) return [];
  const child = node[name];
  return child === undefined ? [] : Array.isArray(child) ? child : [child];
}

/** The text of the first child of that name, or null. */
export function childText(node: XmlNode, name: string): string | null {
  const [child] = childrenOf(node, name);
  return typeof child === "string" ? child : null;
}
