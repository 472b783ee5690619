// `npm run iam-policy`: writes docs/iam-policy.json anew from the commands that lib/aws uses.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { consolePolicyText } from "./policy.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
writeFileSync(`${root}/docs/iam-policy.json`, consolePolicyText(root));
