import { parseImageUri } from "@/catalog/containers/image-uri.ts";
import { isNewer, taskFits, typeSupport } from "@/catalog/model-types/select.ts";
import { ContainerStartError } from "../inference-host.ts";

type Config = Record<string, unknown>;

/** From here on transformers says that it does not know a type; older versions let a KeyError through. */
const SPEAKS_SINCE = "4.36.0";

/** The image's transformers knows the model's type. Throws ContainerStartError in its words; code of the model's own may know better. */
export function checkModelType(image: string, { model_type: type, auto_map: ownCode }: Config): void {
  const parsed = parseImageUri(image);
  const version = parsed.ok ? parsed.container.transformersVersion : null;
  if (version === null || typeof type !== "string" || ownCode !== undefined) return;
  const support = typeSupport(type, version);
  if (support === null || support.known) return;
  throw new ContainerStartError(
    isNewer(SPEAKS_SINCE, version)
      ? `  File "/opt/conda/lib/python3.8/site-packages/transformers/models/auto/configuration_auto.py", line 691, in __getitem__\n    raise KeyError(key)\nKeyError: '${type}'`
      : `ValueError: The checkpoint you are trying to load has model type \`${type}\` but Transformers does not recognize this architecture. This could be because of an issue with the checkpoint, or because your version of Transformers is out of date.`,
  );
}

/** The class by which a pipeline of transformers loads its model. */
const AUTO_MODELS: Record<string, string> = {
  "text-classification": "AutoModelForSequenceClassification",
  "sentiment-analysis": "AutoModelForSequenceClassification",
  "zero-shot-classification": "AutoModelForSequenceClassification",
  "token-classification": "AutoModelForTokenClassification",
  ner: "AutoModelForTokenClassification",
  "question-answering": "AutoModelForQuestionAnswering",
  "table-question-answering": "AutoModelForTableQuestionAnswering",
  "fill-mask": "AutoModelForMaskedLM",
  summarization: "AutoModelForSeq2SeqLM",
  translation: "AutoModelForSeq2SeqLM",
  "text2text-generation": "AutoModelForSeq2SeqLM",
  "text-generation": "AutoModelForCausalLM",
  "image-classification": "AutoModelForImageClassification",
  "object-detection": "AutoModelForObjectDetection",
  "audio-classification": "AutoModelForAudioClassification",
};

/** The toolkit's pipeline for a task has a class for the model's type. Throws ContainerStartError with transformers' words. */
export function checkTaskFits(task: string | null, { model_type: type }: Config): void {
  if (!task || typeof type !== "string" || taskFits(type, task) !== false) return;
  const name = type.replaceAll("-", "_");
  const config = `${name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Config`;
  const auto = AUTO_MODELS[task.startsWith("translation") ? "translation" : task] ?? "AutoModel";
  throw new ContainerStartError(
    `ValueError: Could not load model /.sagemaker/mms/models/model with any of the following classes: (<class 'transformers.models.auto.modeling_auto.${auto}'>,).\nValueError: Unrecognized configuration class <class 'transformers.models.${name}.configuration_${name}.${config}'> for this kind of AutoModel: ${auto}.`,
  );
}
