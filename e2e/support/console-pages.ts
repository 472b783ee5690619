import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Locator, Page } from "@playwright/test";

export type ConsolePage = {
  /** Under the workspace: `/endpoints`. */
  addresses: (made: { endpoint: string }) => string[];
  /** What is there once the page has loaded. */
  ready: (page: Page, made: { endpoint: string }) => Locator;
  /** It shows an endpoint, so that there must be one. */
  needsEndpoint?: boolean;
};

const heading = (name: string) => (page: Page) => page.getByRole("heading", { name, exact: true }).first();
const at = (address: string) => () => [address];

/** Every page of a workspace by its folder, except those that only exist after something was done on another. */
export const CONSOLE_PAGES: Record<string, ConsolePage> = {
  ".": { addresses: at(""), ready: (page) => page.getByRole("heading", { name: "Latest activity" }) },
  activity: { addresses: at("/activity"), ready: (page) => page.getByRole("searchbox") },
  alarms: {
    addresses: () => ["/alarms", "/alarms?alarm=no-such-alarm"],
    ready: (page) =>
      page
        .getByText(/No alarms yet|Search alarms|no such alarm/)
        .or(page.getByRole("searchbox"))
        .first(),
  },
  async: { addresses: at("/async"), ready: (page) => page.getByRole("searchbox", { name: "Search requests" }) },
  containers: { addresses: at("/containers"), ready: heading("Your image") },
  "endpoints/[name]/update": {
    addresses: ({ endpoint }) => [`/endpoints/${endpoint}/update`],
    ready: heading("What changes"),
    needsEndpoint: true,
  },
  deploy: {
    addresses: () => ["/deploy?source=bundled", "/deploy?source=hub", "/deploy?source=s3"],
    ready: heading("What will be made"),
  },
  "deploy/components": { addresses: at("/deploy/components"), ready: heading("What will be made") },
  endpoints: {
    addresses: () => ["/endpoints", "/endpoints?search=no-such-endpoint"],
    ready: (page) => page.getByRole("searchbox", { name: "Name contains" }),
    needsEndpoint: true,
  },
  "endpoints/[name]": {
    addresses: ({ endpoint }) =>
      [
        "",
        "?tab=components",
        "?tab=playground",
        "?tab=metrics",
        "?tab=scaling",
        "?tab=scaling&view=replay",
        "?tab=logs",
        "?tab=changes",
        "?tab=code",
      ].map((query) => `/endpoints/${endpoint}${query}`),
    ready: (page, { endpoint }) => page.getByRole("heading", { name: endpoint, level: 1 }),
    needsEndpoint: true,
  },
  batch: {
    addresses: () => ["/batch", "/batch?search=no-such-job"],
    ready: (page) => page.getByRole("heading", { name: "Batch", level: 1 }),
  },
  "batch/new": { addresses: at("/batch/new"), ready: heading("What will run") },
  cost: {
    addresses: () => ["/cost", "/cost?search=no-such-endpoint"],
    ready: (page) => page.getByRole("heading", { name: "What it costs" }),
    needsEndpoint: true,
  },
  metrics: {
    addresses: at("/metrics"),
    ready: (page) => page.getByRole("table", { name: "Endpoints by traffic" }),
    needsEndpoint: true,
  },
  "metrics/dashboards": {
    addresses: at("/metrics/dashboards"),
    ready: (page) => page.getByRole("button", { name: "New dashboard" }).first(),
  },
  parked: { addresses: at("/parked"), ready: (page) => page.getByRole("navigation", { name: "Endpoints by state" }) },
  playground: {
    addresses: ({ endpoint }) => [`/playground?endpoint=${endpoint}`],
    ready: (page) => page.getByRole("textbox", { name: "Text" }),
    needsEndpoint: true,
  },
  training: {
    addresses: () => ["/training", "/training?search=no-such-job"],
    ready: (page) => page.getByRole("heading", { name: "Training", level: 1 }),
  },
  "training/compare": {
    addresses: () => ["/training/compare", "/training/compare?jobs=no-such-job,another-one"],
    ready: (page) => page.getByRole("combobox", { name: "Add a job" }),
  },
  "training/new": { addresses: at("/training/new"), ready: heading("What will run") },
  recipes: {
    addresses: () => ["/recipes", "/recipes?q=no-such-recipe"],
    ready: (page) => page.getByRole("searchbox", { name: "Search recipes" }),
  },
  "recipes/[id]": {
    addresses: () => ["/recipes/03", "/recipes/07", "/recipes/16?edition=notebook"],
    ready: heading("Requests to AWS"),
  },
  scaling: {
    addresses: () => ["/scaling", "/scaling?search=no-such-endpoint"],
    ready: (page) => page.getByRole("searchbox", { name: "Name contains" }),
    needsEndpoint: true,
  },
  settings: { addresses: at("/settings"), ready: (page) => page.getByRole("table", { name: "Members" }) },
  "settings/account": { addresses: at("/settings/account"), ready: heading("Password") },
  "settings/defaults": { addresses: at("/settings/defaults"), ready: heading("Defaults") },
  "settings/hub-token": { addresses: at("/settings/hub-token"), ready: heading("Hugging Face Hub token") },
  "settings/workspaces": {
    addresses: at("/settings/workspaces"),
    ready: (page) => page.getByRole("button", { name: "Test connection" }).first(),
  },
};

/** Pages that a test of their own looks at. */
export const PAGES_WITH_OWN_TEST = [
  "operations/[operation]",
  "training/[name]",
  "batch/[name]",
  "metrics/dashboards/[id]",
];

const ROOT = "app/(console)/[workspace]";

/** The folders under the workspace that hold a page, as the file tree says. */
export function pageFolders(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map(dirname)
    .sort();
}
