import { expect, test } from "vitest";

import { signInProblem } from "./messages";

test.each([
  ["CredentialsSignin", "Name or password is wrong."],
  ["AccessDenied", "The identity provider did not let you in."],
  ["wait-1", "Too many wrong passwords. Try again in 1 second."],
  ["wait-40", "Too many wrong passwords. Try again in 40 seconds."],
  ["wait-600", "Too many wrong passwords. Try again in 10 minutes."],
  ["<script>", "Signing in did not work. Try again; if it stays, the console's log says why."],
])("%s reads: %s", (error, message) => {
  expect(signInProblem(error).message).toBe(message);
});
