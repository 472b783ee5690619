import "server-only";
import { generatePassword } from "@/lib/auth/passwords";
import { database } from "@/lib/db/database";

import { insertMember } from "./service";

const FIRST_ADMINISTRATOR = "admin";

/**
 * Creates the first administrator when nobody exists yet. Answers the lines to print: the generated password is
 * shown this once and is not kept. Null when there was somebody, or another replica was first.
 */
export async function createFirstAdministrator(given: string | undefined): Promise<string[] | null> {
  const db = await database();
  if (await db.selectFrom("members").select("id").limit(1).executeTakeFirst()) return null;
  const password = given || generatePassword();
  if (!(await insertMember({ name: FIRST_ADMINISTRATOR, role: "admin", password }))) return null;
  return [
    `first administrator: ${FIRST_ADMINISTRATOR}`,
    given ? "password: as given in ADMIN_PASSWORD" : `password: ${password}`,
  ];
}
