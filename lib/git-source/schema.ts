import { z } from "zod";

/** `git_config` of the SageMaker Python SDK: a repository, what to check out, and the script's folder in it. */
export const GitSourceInput = z.object({
  repository: z
    .string()
    .trim()
    .min(1, "Write the repository's address.")
    .max(1024, "Use at most 1,024 characters.")
    .superRefine((text, context) => {
      const message = addressProblem(text);
      if (message) context.addIssue({ code: "custom", message });
    }),
  /** Branch, tag or full commit id; empty: the repository's default branch. */
  ref: z
    .string()
    .trim()
    .max(255, "Use at most 255 characters.")
    // The rules of git-check-ref-format that a name could break by accident or on purpose.
    .regex(
      /^(?![-/.])(?!.*(\.\.|\/\/|@\{|\.lock$))[^\s~^:?*[\\\p{Cc}]*(?<![/.])$/u,
      "This is no branch, tag or commit.",
    ),
  folder: z
    .string()
    .trim()
    .max(1024, "Use at most 1,024 characters.")
    .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\\p{Cc}]*$/u, "Write a path inside the repository: examples/pytorch."),
});
export type GitSourceInput = z.output<typeof GitSourceInput>;

/** Plain http is let through here for a host on this machine; the server refuses it unless it was started for that. */
function addressProblem(text: string): string | null {
  if (/^[\w.-]+@[\w.-]+:|^(ssh|git|file|ext):/i.test(text)) {
    return "Only https addresses are read: https://github.com/owner/repository.git.";
  }
  if (!URL.canParse(text)) return "Write the whole address: https://github.com/owner/repository.git.";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return "Only https addresses are read: https://github.com/owner/repository.git.";
  }
  if (url.username || url.password) return "Write it without a name or token: only public repositories are read.";
  if (url.search || url.hash) return "Write it without anything behind ? or #.";
  return url.pathname.length < 2 ? "Name the repository, not only the host." : null;
}
