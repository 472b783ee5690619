import { z } from "zod";

import contradictionRows from "./contradictions.data.json";
import rows from "./data.json";
import incompleteRows from "./incomplete.data.json";
import deviceRows from "./instance-devices.json";
import referenceRowsJson from "./reference-page.data.json";
import registryRows from "./registries.data.json";
import { Container, Contradiction, IncompleteImage, InstanceDevices, ReferenceRow, RegistrySets } from "./schema";

/** Every image with a known tag, newest first within its family. */
export const containers: readonly Container[] = z.array(Container).parse(rows);

export const registrySets: RegistrySets = RegistrySets.parse(registryRows);

/** Both tables of the reference page, in their order. */
export const referenceRows: readonly ReferenceRow[] = z.array(ReferenceRow).parse(referenceRowsJson);

export const contradictions: readonly Contradiction[] = z.array(Contradiction).parse(contradictionRows);

/** Images that AWS's container repository mentions without a tag: shown, never resolved. */
export const incompleteImages: readonly IncompleteImage[] = z.array(IncompleteImage).parse(incompleteRows);

export const instanceDevices: InstanceDevices = InstanceDevices.parse(deviceRows);
