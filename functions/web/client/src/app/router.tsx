import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { type CardKind, session } from "@/shared/api";
import { adoptLanguage } from "@/shared/i18n";
import { PageError, PageNotFound, PagePending } from "./page-states";

const root = createRootRoute({ component: Outlet, notFoundComponent: PageNotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string } => ({
    to: ownPath(search.to),
  }),
  component: lazyRouteComponent(() => import("@/features/session/sign-in-page"), "SignInPage"),
});

/** Everything for the company's people: nothing of it is shown before it is known who asks. */
const staff = createRoute({
  getParentRoute: () => root,
  id: "staff",
  beforeLoad: async ({ location }) => {
    const state = await session.restore();
    if (state.status === "unreachable") throw state.problem;
    if (state.status === "out") throw redirect({ to: "/sign-in", search: { to: location.href } });
    if ("person" in state) await adoptLanguage(state.person.language);
  },
  component: lazyRouteComponent(() => import("./shell/shell"), "Shell"),
});

const myDay = createRoute({
  getParentRoute: () => staff,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/my-day/my-day-page"), "MyDayPage"),
});

export interface DealsSearch {
  view?: "board" | "list";
  pipeline?: string;
  stage?: string;
  owner?: string;
}

const deals = createRoute({
  getParentRoute: () => staff,
  path: "/deals",
  validateSearch: (search: Record<string, unknown>): DealsSearch => ({
    view: search.view === "list" ? "list" : undefined,
    pipeline: text(search.pipeline),
    stage: text(search.stage),
    owner: text(search.owner),
  }),
  component: lazyRouteComponent(() => import("@/features/deals/deals-page"), "DealsPage"),
});

const deal = createRoute({
  getParentRoute: () => deals,
  path: "$cardId",
  component: cardPage("deal"),
});

const contact = createRoute({
  getParentRoute: () => staff,
  path: "/contacts/$cardId",
  component: cardPage("contact"),
});

const company = createRoute({
  getParentRoute: () => staff,
  path: "/companies/$cardId",
  component: cardPage("company"),
});

const lead = createRoute({
  getParentRoute: () => staff,
  path: "/leads/$cardId",
  component: cardPage("lead"),
});

function cardPage(kind: CardKind) {
  return lazyRouteComponent(async () => {
    const { cardPageOf } = await import("@/features/card/card-page");
    return { default: cardPageOf(kind) };
  });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A path within the portal; never one that leads elsewhere. */
function ownPath(value: unknown): string | undefined {
  const path = text(value);
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}

const routeTree = root.addChildren([
  signIn,
  staff.addChildren([myDay, deals.addChildren([deal]), contact, company, lead]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultErrorComponent: PageError,
  defaultPendingComponent: PagePending,
  defaultNotFoundComponent: PageNotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
