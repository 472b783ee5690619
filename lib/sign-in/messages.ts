import { AppError } from "@/lib/errors";

const MESSAGES: Record<string, string> = {
  CredentialsSignin: "Name or password is wrong.",
  disabled: "This account is disabled. Ask an administrator.",
  "no-role": "Your account at the identity provider has no role in this console. Ask an administrator.",
  AccessDenied: "The identity provider did not let you in.",
  OAuthSignin: "The identity provider could not be reached. Try again; if it stays, the console's log says why.",
  OAuthCallback: "The identity provider's answer could not be accepted. The console's log says why.",
  SessionRequired: "Sign in to continue.",
};

/** What the sign-in page says for the `error` that next-auth answers with. */
export function signInProblem(error: string): AppError {
  const seconds = Number(/^wait-(\d{1,5})$/.exec(error)?.[1]);
  if (seconds > 0) {
    return new AppError("throttled", `Too many wrong passwords. Try again in ${inWords(seconds)}.`, {
      detail: { waitSeconds: seconds },
    });
  }
  return new AppError(
    "unauthenticated",
    MESSAGES[error] ?? "Signing in did not work. Try again; if it stays, the console's log says why.",
  );
}

function inWords(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
