import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { type CardKind, type Person, session } from "@/shared/api";
import { adoptLanguage } from "@/shared/i18n";
import { page } from "./page";
import { OF_CARD, OF_DEALS, OF_LIST, OF_SETTINGS } from "./words";
import { PageError, PageNotFound, PagePending } from "./page-states";
import { type FilterCondition, readConditions } from "@/shared/ui/filters/in-address";

const root = createRootRoute({ component: Outlet, notFoundComponent: PageNotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string } => ({
    to: ownPath(search.to),
  }),
  component: page(() => import("@/features/session/sign-in-page"), "SignInPage", [
    "session",
    "provider",
  ]),
});

/** Where the company's own provider sends the browser back to; what it brings stands in `arrival`. */
const callback = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/callback",
  component: page(() => import("@/features/session/callback-page"), "CallbackPage", [
    "session",
    "provider",
  ]),
});

/** The way back for whoever has forgotten his password, and the way in for whoever is invited. */
const password = createRoute({
  getParentRoute: () => root,
  path: "/password",
  component: page(() => import("@/features/session/password-page"), "PasswordPage", ["session"]),
});

/** Everything for the company's people: nothing of it is shown before it is known who asks. */
const staff = createRoute({
  getParentRoute: () => root,
  id: "staff",
  beforeLoad: async ({ location }) => {
    const state = await session.restore();
    if (state.status === "unreachable") throw state.problem;
    if (state.status === "out") throw redirect({ to: "/sign-in", search: { to: location.href } });
    if ("person" in state && isClient(state.person)) throw redirect({ to: "/room" });
    if ("person" in state) await adoptLanguage(state.person.language);
  },
  component: page(() => import("./shell/shell"), "Shell", []),
});

const myDay = createRoute({
  getParentRoute: () => staff,
  path: "/",
  component: page(() => import("@/features/my-day/my-day-page"), "MyDayPage", [
    "my-day",
    "telling",
  ]),
});

export interface DealsSearch extends KeptSearch {
  view?: "board" | "list";
  pipeline?: string;
  stage?: string;
  owner?: string;
  sort?: string;
  filter?: FilterCondition[];
}

const deals = createRoute({
  getParentRoute: () => staff,
  path: "/deals",
  validateSearch: (search: Record<string, unknown>): DealsSearch => ({
    view: search.view === "list" ? "list" : undefined,
    pipeline: text(search.pipeline),
    stage: text(search.stage),
    owner: text(search.owner),
    sort: text(search.sort),
    filter: readConditions(search.filter),
    ...keptSearch(search),
  }),
  component: page(() => import("@/features/deals/deals-page"), "DealsPage", OF_DEALS),
});

const deal = createRoute({
  getParentRoute: () => deals,
  path: "$cardId",
  validateSearch: cardSearch,
  component: cardPage("deal"),
});

const contacts = createRoute({
  getParentRoute: () => staff,
  path: "/contacts",
  validateSearch: listSearch,
  component: page(() => import("@/features/clients/contacts-page"), "ContactsPage", OF_LIST),
});

const contact = createRoute({
  getParentRoute: () => contacts,
  path: "$cardId",
  validateSearch: cardSearch,
  component: cardPage("contact"),
});

const companies = createRoute({
  getParentRoute: () => staff,
  path: "/companies",
  validateSearch: listSearch,
  component: page(() => import("@/features/clients/companies-page"), "CompaniesPage", OF_LIST),
});

const company = createRoute({
  getParentRoute: () => companies,
  path: "$cardId",
  validateSearch: cardSearch,
  component: cardPage("company"),
});

const leads = createRoute({
  getParentRoute: () => staff,
  path: "/leads",
  validateSearch: listSearch,
  component: page(() => import("@/features/clients/leads-page"), "LeadsPage", [
    ...OF_LIST,
    "convert",
    "pulse",
  ]),
});

const lead = createRoute({
  getParentRoute: () => leads,
  path: "$cardId",
  validateSearch: cardSearch,
  component: cardPage("lead"),
});

const COMPARED = ["contact", "company", "lead"] as const;

const duplicates = createRoute({
  getParentRoute: () => staff,
  path: "/duplicates",
  validateSearch: (search: Record<string, unknown>): { kind?: (typeof COMPARED)[number] } => ({
    kind: COMPARED.find((kind) => kind === search.kind),
  }),
  component: page(() => import("@/features/duplicates/duplicates-page"), "DuplicatesPage", [
    "duplicates",
    "merging",
  ]),
});

const INBOX_STATES = ["linked", "aside", "planned"] as const;

export interface InboxSearch {
  state?: (typeof INBOX_STATES)[number];
  /** The letters of a folder, wherever they stand. */
  folder?: string;
}

const inbox = createRoute({
  getParentRoute: () => staff,
  path: "/inbox",
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    state: INBOX_STATES.find((state) => state === search.state),
    folder: text(search.folder),
  }),
  component: page(() => import("@/features/inbox/inbox-page"), "InboxPage", [
    "inbox",
    "rules",
    "letter",
    "findings",
    "outgoing",
  ]),
});

const letter = createRoute({
  getParentRoute: () => inbox,
  path: "$letterId",
  component: () => null,
});

export interface PeopleSearch {
  q?: string;
  department?: string;
  gone?: true;
}

const people = createRoute({
  getParentRoute: () => staff,
  path: "/people",
  validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
    q: text(search.q),
    department: text(search.department),
    gone: search.gone === true || undefined,
  }),
  component: page(() => import("@/features/people/people-page"), "PeoplePage", ["people"]),
});

const person = createRoute({
  getParentRoute: () => people,
  path: "$personId",
  component: page(() => import("@/features/people/person-page"), "PersonPage", ["people"]),
});

const departments = createRoute({
  getParentRoute: () => staff,
  path: "/people/departments",
  component: page(() => import("@/features/people/departments-page"), "DepartmentsPage", [
    "people",
  ]),
});

const clientAccounts = createRoute({
  getParentRoute: () => staff,
  path: "/people/clients",
  component: page(() => import("@/features/people/clients-page"), "ClientsPage", ["people"]),
});

const settings = createRoute({
  getParentRoute: () => staff,
  path: "/settings",
  component: page(() => import("@/features/settings/settings-page"), "SettingsPage", OF_SETTINGS),
});

const settingsSection = createRoute({
  getParentRoute: () => staff,
  path: "/settings/$section",
  /** Of which cards an import is about to begin. */
  validateSearch: (search: Record<string, unknown>): { kind?: string } => ({
    kind: text(search.kind),
  }),
  component: page(() => import("@/features/settings/settings-page"), "SettingsPage", OF_SETTINGS),
});

const notifications = createRoute({
  getParentRoute: () => staff,
  path: "/notifications",
  validateSearch: (search: Record<string, unknown>): { all?: true } => ({
    all: search.all === true || undefined,
  }),
  component: page(
    () => import("@/features/notifications/notifications-page"),
    "NotificationsPage",
    ["notifications", "pulse", "telling"],
  ),
});

/** For those without an account: the link is what lets them in. */
const upload = createRoute({
  getParentRoute: () => root,
  path: "/upload/$token",
  component: page(() => import("@/features/upload/upload-page"), "UploadPage", ["upload", "files"]),
});

/** For the company's clients: they see what is theirs and nothing of how it is worked on. */
const room = createRoute({
  getParentRoute: () => root,
  path: "/room",
  beforeLoad: async ({ location }) => {
    const state = await session.restore();
    if (state.status === "unreachable") throw state.problem;
    if (state.status === "out") throw redirect({ to: "/sign-in", search: { to: location.href } });
    if ("person" in state && !isClient(state.person)) throw redirect({ to: "/" });
    if ("person" in state) await adoptLanguage(state.person.language);
  },
  component: page(() => import("./room-frame"), "RoomFrame", ["room", "files"]),
});

const roomDeal = createRoute({
  getParentRoute: () => room,
  path: "$dealId",
  component: page(() => import("@/features/room/room-deal"), "RoomDeal", ["room", "files"]),
});

function isClient(person: Person): boolean {
  return person.roles.includes("client");
}

/** What of a card's timeline is shown, and what is begun on it as it opens. */
function cardSearch(search: Record<string, unknown>): { show?: string; begin?: string } {
  return { show: text(search.show), begin: text(search.begin) };
}

function cardPage(kind: CardKind) {
  const load = async () => {
    const { cardPageOf } = await import("@/features/card/card-page");
    return { default: cardPageOf(kind) };
  };
  return page(load, "default", OF_CARD);
}

/** The order of a list, the newest first where none is said; and whose cards it shows. */
function listSearch(search: Record<string, unknown>): ListSearch {
  return {
    sort: text(search.sort),
    owner: text(search.owner),
    filter: readConditions(search.filter),
    ...keptSearch(search),
    create: search.create === "card" ? "card" : undefined,
  };
}

/** The kept view from which a list began, and its columns. */
interface KeptSearch {
  saved?: string;
  columns?: string[];
}

function keptSearch({ saved, columns }: Record<string, unknown>): KeptSearch {
  const named = Array.isArray(columns) ? columns.filter((each) => typeof each === "string") : [];
  return { saved: text(saved), columns: named.length > 0 ? named.slice(0, 80) : undefined };
}

interface ListSearch extends KeptSearch {
  sort?: string;
  owner?: string;
  filter?: FilterCondition[];
  /** A contact is begun, as a business card says. */
  create?: "card";
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
  callback,
  password,
  upload,
  room.addChildren([roomDeal]),
  staff.addChildren([
    myDay,
    deals.addChildren([deal]),
    contacts.addChildren([contact]),
    companies.addChildren([company]),
    leads.addChildren([lead]),
    duplicates,
    inbox.addChildren([letter]),
    people.addChildren([person]),
    departments,
    clientAccounts,
    settings,
    settingsSection,
    notifications,
  ]),
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
