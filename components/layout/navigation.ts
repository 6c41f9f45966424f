/**
 * `components/layout` owns the shell around every page: navigation, theme, command palette, providers.
 * It knows the names and addresses of pages, and nothing of what they show.
 */
import {
  ArrowLeftRight,
  ChartNoAxesColumn,
  ClipboardCheck,
  Cpu,
  History,
  House,
  ListFilter,
  ListChecks,
  Play,
  Sigma,
  type LucideIcon,
  ScrollText,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { Route } from "next";
import type { Role } from "@/server/accounts/accounts.schema";

export interface Destination {
  readonly href: Route;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Where pages lie that belong to it beside those under `href`. */
  readonly also?: Route;
  /** Other words by which the command palette finds it. */
  readonly keywords: readonly string[];
  /** Who may read it; default everybody. */
  readonly role?: Role;
}

/** Every page of the sidebar, in the order of the loop. Only pages that exist. */
export const NAVIGATION: readonly Destination[] = [
  { href: "/", label: "Home", icon: House, keywords: ["start", "overview", "loop"] },
  {
    href: "/problems",
    label: "Problems",
    icon: Sigma,
    keywords: ["sets", "import", "benchmarks", "starter"],
  },
  { href: "/models", label: "Models", icon: Cpu, keywords: ["policy", "download", "endpoint", "catalogue"] },
  { href: "/runs", label: "Runs", icon: Play, keywords: ["queue", "progress", "pairs"] },
  {
    href: "/review",
    label: "Review",
    icon: ClipboardCheck,
    keywords: ["accept", "reject", "annotate", "campaigns", "corrections", "pairs"],
  },
  {
    href: "/leaderboard",
    also: "/evaluations",
    label: "Leaderboard",
    icon: ChartNoAxesColumn,
    keywords: ["evaluation", "benchmarks", "scores", "ranking", "pass@k", "checkpoints"],
  },
];

/** Pages that the palette reaches beside those of the sidebar. */
export const ACTIONS: readonly Destination[] = [
  { href: "/runs/new", label: "New run", icon: Play, keywords: ["launch", "start", "generate"] },
  {
    href: "/evaluations/new",
    label: "Evaluate a model",
    icon: ChartNoAxesColumn,
    keywords: ["benchmark", "launch", "measure", "score", "leaderboard"],
  },
  {
    href: "/evaluations",
    label: "Evaluations",
    icon: ListChecks,
    keywords: ["benchmark", "progress", "scores"],
  },
  {
    href: "/leaderboard/compare",
    label: "Compare two models",
    icon: ArrowLeftRight,
    keywords: ["difference", "paired test", "McNemar", "better", "checkpoint"],
  },
  {
    href: "/review/items",
    label: "Review items",
    icon: ListFilter,
    keywords: ["filter", "search", "conflicts", "adjudication", "bulk"],
  },
  {
    href: "/review/history",
    label: "Review history",
    icon: History,
    keywords: ["undo", "redo", "log", "decisions"],
  },
  {
    href: "/review/campaigns/new",
    label: "New review campaign",
    icon: ClipboardCheck,
    keywords: ["overlap", "blind", "gold", "assign"],
  },
  {
    href: "/review/campaigns/reasons",
    label: "Reason codes",
    icon: ClipboardCheck,
    keywords: ["reasons", "review", "arithmetic slip"],
  },
  {
    href: "/settings/account",
    label: "Your account",
    icon: UserRound,
    keywords: ["password", "name", "sessions", "settings"],
  },
  {
    href: "/settings/people",
    label: "People",
    icon: UsersRound,
    keywords: ["invite", "roles", "users", "settings"],
    role: "admin",
  },
  {
    href: "/settings/audit",
    label: "Audit log",
    icon: ScrollText,
    keywords: ["who", "changes", "history", "settings"],
    role: "admin",
  },
];

/** Whether the page at `pathname` belongs to the destination. */
export function isCurrent({ href, also }: Pick<Destination, "href" | "also">, pathname: string): boolean {
  return isWithin(pathname, href) || (also !== undefined && isWithin(pathname, also));
}

/** Whether `pathname` lies on or under `href`. */
export function isWithin(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
