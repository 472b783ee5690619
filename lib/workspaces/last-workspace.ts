/** Remembers per browser where `/` leads. Set by the proxy, read by `homeWorkspaceId`; never decides what is allowed. */
export const LAST_WORKSPACE_COOKIE = "last-workspace";
