import type { Json, JsonObject } from "./view";

/**
 * A value in the AWS CLI's shorthand: `Image=…,ModelDataUrl=…,Environment={HF_TASK=x,HF_MODEL_ID=y}`. Lists are
 * `[a,b]`. Numbers stay numbers outside of an environment. Throws a sentence where it cannot be read.
 */
export function readShorthand(text: string): JsonObject {
  const reader = { text, at: 0 };
  const value = readMembers(reader, "", false);
  if (reader.at < text.length)
    throw new Error(`“${text.slice(reader.at, reader.at + 20)}” cannot be read as an option.`);
  return value;
}

type Reader = { text: string; at: number };

function readMembers(reader: Reader, end: string, isText: boolean): JsonObject {
  const members: JsonObject = {};
  while (reader.at < reader.text.length && reader.text[reader.at] !== end) {
    const equals = reader.text.indexOf("=", reader.at);
    if (equals < 0) throw new Error(`“${reader.text.slice(reader.at, reader.at + 20)}” lacks an equals sign.`);
    const name = reader.text.slice(reader.at, equals).trim();
    reader.at = equals + 1;
    members[name] = readValue(reader, end, isText || name === "Environment");
    if (reader.text[reader.at] === ",") reader.at += 1;
    else break;
  }
  return members;
}

function readValue(reader: Reader, end: string, isText: boolean): Json {
  const { text } = reader;
  if (text[reader.at] === "{") {
    reader.at += 1;
    const members = readMembers(reader, "}", isText);
    reader.at += 1;
    return members;
  }
  if (text[reader.at] === "[") {
    const close = text.indexOf("]", reader.at);
    const items = text.slice(reader.at + 1, close < 0 ? text.length : close);
    reader.at = close < 0 ? text.length : close + 1;
    return items
      .split(",")
      .filter(Boolean)
      .map((item) => scalar(item.trim(), isText));
  }
  // A comma ends a value only where another member follows: image addresses and URLs hold none, JSON values may.
  const rest = text.slice(reader.at);
  const length = rest.search(end === "}" ? /,\s*[\w-]+=|\}/ : /,\s*[A-Z]\w*=|$/);
  const value = rest.slice(0, length < 0 ? rest.length : length);
  reader.at += value.length;
  return scalar(value.replace(/^"(.*)"$/s, "$1"), isText);
}

function scalar(text: string, isText: boolean): Json {
  if (isText) return text;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : text;
}
