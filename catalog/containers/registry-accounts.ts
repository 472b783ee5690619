import { registrySets } from "./data";

const ACCOUNTS = new Set(Object.values(registrySets).flatMap((set) => Object.values(set)));

/** Whether an image_uri means an image of Hugging Face's in a registry of AWS: the catalogue then knows all its tags. */
export function isInAwsRegistry(imageUri: string): boolean {
  const [, account = ""] =
    /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.[a-z0-9.-]+\/(?:huggingface-[^/:]*|tei|tei-cpu):/.exec(imageUri) ?? [];
  return ACCOUNTS.has(account);
}
