import { AppError } from "@/lib/errors";

type Question = { repository: string; ref: string; folder: string };

/** What went wrong while a repository was read, in words for the person who named it. */
export function gitProblem(cause: unknown, { repository, ref }: Question): AppError {
  if (cause instanceof AppError) return cause;
  const { code, data, message } = cause as { code?: string; data?: { statusCode?: number }; message?: string };
  const status = data?.statusCode;
  const at = (field: string, text: string, hint?: string) =>
    new AppError("invalid", text, { fieldErrors: { [field]: [text] }, ...(hint && { hint }) });
  const elsewhere = "Only public repositories are read: upload the folder, or put an archive into S3.";
  if (code === "HttpError" && (status === 401 || status === 403 || status === 404)) {
    // Hosts answer alike for what is private and for what is not there.
    return at("gitRepository", `There is no public repository at ${repository}: look for a slip.`, elsewhere);
  }
  if (code === "HttpError") {
    return new AppError("unavailable", `The host answered ${status}.`, { hint: "Try it again in a minute." });
  }
  if (code === "NotFoundError" || code === "AmbiguousError" || /not our ref|unadvertised object/.test(message ?? "")) {
    return at("gitRef", `The repository has no branch, tag or commit ${ref || "HEAD"}.`);
  }
  if (code === "SmartHttpError" || code === "ParseError" || code === "RemoteCapabilityError") {
    return at("gitRepository", `There is no git repository at ${repository}, but something else.`);
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return at("gitRepository", `There is no host ${new URL(repository).hostname}, or it cannot be found from here.`);
  }
  if (code && /^(E[A-Z]+|CERT_|ERR_TLS|DEPTH_|UNABLE_|SELF_)/.test(code)) {
    return new AppError("unavailable", `The host could not be reached from the console: ${code}.`, {
      hint: "Try it again; if the console has no way to the internet, upload the folder.",
    });
  }
  return new AppError("unexpected", "The repository could not be read.", {
    hint: "Upload the folder, or put an archive into S3.",
  });
}
