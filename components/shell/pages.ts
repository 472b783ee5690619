import {
  Activity,
  Bell,
  BookOpen,
  Boxes,
  ChartLine,
  CircleDollarSign,
  GraduationCap,
  Inbox,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  Play,
  Rocket,
  Scaling,
  Server,
  Settings,
} from "lucide-react";

export type ShellPage = {
  /** Under the workspace: `/endpoints`; the overview is the workspace itself. */
  path: `/${string}` | "";
  label: string;
  icon: LucideIcon;
  /** After `g`, from anywhere. */
  goKey: string;
};

export type PageGroup = { label: string | null; pages: readonly ShellPage[] };

/** The navigation, grouped by job. The palette, the keys and the breadcrumbs read it too. */
export const PAGE_GROUPS: readonly PageGroup[] = [
  { label: null, pages: [{ path: "", label: "Overview", icon: LayoutDashboard, goKey: "o" }] },
  {
    label: "Build",
    pages: [
      { path: "/recipes", label: "Recipes", icon: BookOpen, goKey: "r" },
      { path: "/containers", label: "Containers", icon: Boxes, goKey: "c" },
      { path: "/training", label: "Training", icon: GraduationCap, goKey: "t" },
      { path: "/deploy", label: "Deploy", icon: Rocket, goKey: "d" },
    ],
  },
  {
    label: "Run",
    pages: [
      { path: "/endpoints", label: "Endpoints", icon: Server, goKey: "e" },
      { path: "/playground", label: "Playground", icon: Play, goKey: "p" },
      { path: "/batch", label: "Batch", icon: Layers, goKey: "b" },
      { path: "/async", label: "Inbox", icon: Inbox, goKey: "i" },
    ],
  },
  {
    label: "Operate",
    pages: [
      { path: "/metrics", label: "Metrics", icon: ChartLine, goKey: "m" },
      { path: "/scaling", label: "Scaling", icon: Scaling, goKey: "l" },
      { path: "/alarms", label: "Alarms", icon: Bell, goKey: "w" },
      { path: "/cost", label: "Cost", icon: CircleDollarSign, goKey: "u" },
      { path: "/activity", label: "Activity", icon: Activity, goKey: "a" },
    ],
  },
  { label: null, pages: [{ path: "/settings", label: "Settings", icon: Settings, goKey: "s" }] },
];

export const PAGES: readonly ShellPage[] = PAGE_GROUPS.flatMap((group) => group.pages);

/** Addresses without an entry of their own in the navigation. */
const PARENTS: Record<string, string> = { operations: "activity", parked: "endpoints" };

/** The page that an address belongs to: `/local/endpoints/demo` is under Endpoints. */
export function pageOf(pathname: string): ShellPage | undefined {
  const [, , first = ""] = pathname.split("/");
  return PAGES.find((page) => page.path === (first ? `/${PARENTS[first] ?? first}` : ""));
}

/** The parts of Settings; the first is the page itself. */
export const SETTINGS_TABS = [
  { id: "", label: "Members" },
  { id: "workspaces", label: "Workspaces" },
  { id: "defaults", label: "Defaults" },
  { id: "hub-token", label: "Hub token" },
  { id: "account", label: "Your account" },
] as const;
