/** What is shown of a stored Hub token: never the token. */
export type HubTokenStatus = { lastFour: string; setAt: string; setBy: string };

/** Whose credentials a workspace uses, as STS names them. */
export type CallerIdentity = { account: string; arn: string };
