import { element, type Xml } from "../http/xml.ts";

/** Canonical user id of the emulator's one account. */
const OWNER_ID = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

export function ownerElement(name: "Owner" | "Initiator"): Xml {
  return element(name, [element("ID", OWNER_ID), element("DisplayName", "emulator")]);
}
