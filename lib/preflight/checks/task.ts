import { servingProtocol } from "@/catalog/containers/serving-protocol";
import { taskFits } from "@/catalog/model-types/select";
import { taskById } from "@/catalog/tasks/select";

import { check, notSeen } from "../check";
import type { PreflightPlan } from "../plan";
import type { Check, Look, Mend, ModelFacts } from "../view";

/** Endings of architectures from which the inference toolkit tells a task by itself; it never asks the Hub. */
const TOLD_BY =
  /(ForQuestionAnswering|ForTokenClassification|ForSequenceClassification|ForMultipleChoice|ForMaskedLM|ForCausalLM|ForConditionalGeneration|MTModel|EncoderDecoderModel|GPT2LMHeadModel|T5WithLMHeadModel)$/;

/** HF_TASK is set where the toolkit cannot find it out, and fits the architecture. */
export function checkTask({ values, parsed }: PreflightPlan, look: Look<ModelFacts> | null): Check | null {
  if (!look || servingProtocol(values.image) !== "toolkit" || !parsed.ok) return null;
  if (look.state !== "seen") return notSeen("task", look);
  const { modelType, architectures, task: ownTask } = look.value;
  const [architecture] = architectures;
  const { task } = values;
  const evidence = {
    HF_TASK: task || "not set",
    ...(modelType && { "Model type": modelType }),
    ...(architecture && { Architecture: architecture }),
    ...(ownTask && { "Its card says": ownTask }),
  };
  const mend: Mend | null =
    ownTask && ownTask !== task && taskById(ownTask) ? { label: `Use ${ownTask}`, set: { task: ownTask } } : null;
  if (!task) {
    const isTold = TOLD_BY.test(architecture ?? "");
    if (isTold) return check("task", "fine", "The container finds the task out by itself.", evidence);
    if (!architecture && !modelType)
      return check("task", "unseen", "Could not look: the model does not say its architecture.");
    const summary = `The container cannot tell a task from ${architecture ?? modelType}: it needs HF_TASK.`;
    return check("task", "will-fail", summary, evidence, mend);
  }
  if (values.source === "bundled" && !mend) return check("task", "fine", `The model does ${task}.`, evidence);
  const fits = modelType ? taskFits(modelType, task) : null;
  if (fits === false) return check("task", "will-fail", `${modelType} has no head for ${task}.`, evidence, mend);
  if (fits === null)
    return check("task", "unseen", `Could not look: no table tells whether the model does ${task}.`, evidence);
  if (mend && ownTask)
    return check("task", "warning", `The model's card names another task: ${ownTask}.`, evidence, mend);
  return check("task", "fine", `The model does ${task}.`, evidence);
}
