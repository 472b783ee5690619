import { MASK } from "@/lib/secrets/mask";

/**
 * The commands of a POSIX shell script as lists of words. Variables stand for something that is not in the text, a
 * secret as a rule: they become the mask. Throws a sentence when a quote is left open.
 */
export function shellCommands(text: string): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | null = null;
  const endWord = () => {
    if (word !== null) words.push(word);
    word = null;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  let index = 0;
  const variable = (): string | null => {
    const [whole] = /^\$(\{\w+\}|\w+)/.exec(text.slice(index)) ?? [];
    if (!whole) return null;
    index += whole.length;
    return MASK;
  };
  while (index < text.length) {
    const letter = text[index] ?? "";
    if (letter === "\\") {
      if (text[index + 1] !== "\n") word = (word ?? "") + (text[index + 1] ?? "");
      index += 2;
    } else if (letter === "'") {
      const end = text.indexOf("'", index + 1);
      if (end < 0) throw new Error("A quote (') is left open.");
      word = (word ?? "") + text.slice(index + 1, end);
      index = end + 1;
    } else if (letter === '"') {
      word ??= "";
      index += 1;
      while (index < text.length && text[index] !== '"') {
        const secret = variable();
        if (secret !== null) word += secret;
        else {
          if (text[index] === "\\" && /["\\$`\n]/.test(text[index + 1] ?? "")) index += 1;
          word += text[index] ?? "";
          index += 1;
        }
      }
      if (index >= text.length) throw new Error('A quote (") is left open.');
      index += 1;
    } else if (letter === "#" && word === null) {
      const end = text.indexOf("\n", index);
      index = end < 0 ? text.length : end;
    } else if (/[\n;&|(){}]/.test(letter) && !(word !== null && /[{}]/.test(letter))) {
      endCommand();
      index += 1;
    } else if (/\s/.test(letter)) {
      endWord();
      index += 1;
    } else {
      const secret = letter === "$" ? variable() : null;
      if (secret !== null) word = (word ?? "") + secret;
      else {
        word = (word ?? "") + letter;
        index += 1;
      }
    }
  }
  endCommand();
  return commands;
}
