/** What a script needs of the machine, and nothing else of the emulator's environment. */
export function machineEnvironment(): Record<string, string> {
  const { PATH = "", HOME = "", LANG = "C.UTF-8", TMPDIR } = process.env;
  return { PATH, HOME, LANG, ...(TMPDIR && { TMPDIR }) };
}
