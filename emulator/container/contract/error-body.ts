/** The model server's JSON error, as its Gson writes it: pretty-printed, HTML-unsafe characters escaped, a newline at the end. */
export function errorBody(code: number, type: string, message: string): Buffer {
  const json = JSON.stringify({ code, type, message }, null, 2);
  return Buffer.from(`${json.replace(/[<>&='\u2028\u2029]/g, unicodeEscape)}\n`);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

export const CLIENT_ERROR = 400;
export const INTERNAL = "InternalServerException";
export const UNAVAILABLE = "ServiceUnavailableException";
