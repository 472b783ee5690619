/** True for what HTTP can carry as it is: ISO-8859-1 without control characters. */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** A value that may hold any text, such as metadata from a presigned address; S3 gives it back in RFC 2047's form. */
export function toHeaderValue(text: string): string {
  return isHeaderValue(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
}
