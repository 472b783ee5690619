// `npm run task-examples`: writes catalog/tasks/hub-examples.data.json anew from the examples of the Hub's widgets.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MAPPING_DEFAULT_WIDGET } from "@huggingface/tasks";

import { hubExamples } from "./hub-examples.ts";

const widgets = MAPPING_DEFAULT_WIDGET.get("en");
if (!widgets) throw new Error("@huggingface/tasks has no English widgets any more.");
const target = fileURLToPath(new URL("../../catalog/tasks/hub-examples.data.json", import.meta.url));
writeFileSync(target, `${JSON.stringify(hubExamples(widgets), null, 2)}\n`);
