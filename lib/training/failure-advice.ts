type Advice = { pattern: RegExp; meaning: string; remedy: string };

/** Reasons that SageMaker is known to give for training jobs, most telling first. */
const KNOWN: Advice[] = [
  {
    pattern: /out of memory|OutOfMemory|CUDA error: out of memory|exit(ed)? (code )?137|SIGKILL/i,
    meaning: "The instance ran out of memory.",
    remedy: "Use a smaller batch, gradient accumulation or a bigger instance, then train again.",
  },
  {
    pattern: /No space left on device/i,
    meaning: "The job's disk was full.",
    remedy: "Give the job a larger volume, or save fewer checkpoints.",
  },
  {
    pattern: /CapacityError|Insufficient ?(Instance)? ?Capacity|Unable to provision/i,
    meaning: "AWS had no free machine of this type.",
    remedy: "Try again later, or choose another size, type or region.",
  },
  {
    pattern: /service limit|ResourceLimitExceeded/i,
    meaning: "The account's quota for this instance type is smaller than asked.",
    remedy: "Ask for more under Service Quotas, or choose a type that has quota left.",
  },
  {
    pattern: /No S3 objects found|Data download failed/i,
    meaning: "An input channel could not be read.",
    remedy: "Check the channel's S3 address, and that the execution role may list and read it.",
  },
  {
    pattern: /source archive|sourcedir|sagemaker_submit_directory/i,
    meaning: "The script's archive could not be read.",
    remedy: "Check that the archive is a tar.gz in S3 and that the execution role may read it.",
  },
  {
    pattern: /ModuleNotFoundError|No module named/i,
    meaning: "The script needs a Python package that the container does not have.",
    remedy: "Name it in a requirements.txt beside the script, then train again.",
  },
  {
    pattern: /can't open file|No such file or directory|not found/i,
    meaning: "A file was not where the script, or the container, looked for it.",
    remedy: "Check the entry point's name, and that the script takes its paths from SM_CHANNEL_… and SM_MODEL_DIR.",
  },
  {
    pattern: /gated|401 Client Error|403 Client Error/i,
    meaning: "The model or data set on the Hub is private or gated.",
    remedy: "Accept its terms on the Hub and give the job a token that may read it.",
  },
  {
    pattern: /does not support|invalid choice|unrecognized arguments|the following arguments are required/i,
    meaning: "The script does not take the hyperparameters as they were given.",
    remedy: "Each hyperparameter becomes --name value. Compare them with what the script expects.",
  },
  {
    pattern: /was not started to run training scripts/i,
    meaning: "This emulator does not run scripts.",
    remedy: "Start it with EMULATOR_RUN_SCRIPTS=1; scripts then run on its machine.",
  },
  {
    pattern: /AlgorithmError|ExecuteUserScriptError/i,
    meaning: "The script ended with an error.",
    remedy: "Its last words are below. Mend the script and train again.",
  },
  {
    pattern: /InternalServerError/i,
    meaning: "SageMaker itself failed.",
    remedy: "Train again; a retry strategy does that by itself.",
  },
];

/** What a job's FailureReason means and what to do about it. */
export function failureAdvice(reason: string | null): { meaning: string; remedy: string } {
  const known = reason ? KNOWN.find(({ pattern }) => pattern.test(reason)) : undefined;
  return {
    meaning: known?.meaning ?? "The job failed.",
    remedy: known?.remedy ?? "Read its log, mend what it says and train again.",
  };
}
