import { registrySets } from "./data";
import type { Container } from "./schema";

/** Region to registry account, for the regions that hold the image. */
export function registriesOf(container: Container): Readonly<Record<string, string>> {
  return registrySets[container.registrySet] ?? {};
}

/** The regions that hold the image. */
export function regionsOf(container: Container): string[] {
  return Object.keys(registriesOf(container));
}
