/** An error shaped the way AWS answers it: a name that SDKs map back to an exception class. */
export class Fault extends Error {
  /** AWS's name for the error, for example `ValidationException`. */
  readonly type: string;
  readonly status: number;
  /** Further members of the error's body, for example `OriginalStatusCode`. */
  readonly members: Record<string, unknown>;

  constructor(type: string, message: string, status = 400, members: Record<string, unknown> = {}) {
    super(message);
    this.type = type;
    this.status = status;
    this.members = members;
  }
}

export const validation = (message: string): Fault => new Fault("ValidationException", message);
