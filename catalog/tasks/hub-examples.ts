import { z } from "zod";

import rows from "./hub-examples.data.json";

const HubExample = z.object({ task: z.string(), label: z.string(), body: z.json() });

const examples = z.array(HubExample).parse(rows);

/** What the Hub's widgets offer to try a task with, as bodies for the inference toolkit. */
export function hubExamples(taskId: string): readonly z.output<typeof HubExample>[] {
  return examples.filter((example) => example.task === taskId);
}
