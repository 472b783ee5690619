import { expect, test } from "vitest";

import { refuseOtherSites } from "./other-site";

const from = (site: string | null) => () => refuseOtherSites(new Headers(site ? { "sec-fetch-site": site } : {}));

test.each(["same-origin", "none", null])("a request from %s is taken", (site) => {
  expect(from(site)).not.toThrow();
});

test.each(["cross-site", "same-site"])("a request from a %s page is refused", (site) => {
  expect(from(site)).toThrow("another site");
});
