import createClient from "openapi-fetch";
import { ProblemError, problemOf, unreachable } from "./problem";
import type { components, paths } from "./schema";

type SessionView = components["schemas"]["SessionView"];
export type Person = components["schemas"]["PersonView"];

/**
 * `starting` until the cookie has been tried; `expired` while a page is open whose session has ended:
 * what was typed stays, and requests wait for the password.
 */
export type SessionState =
  | { status: "starting" | "out" }
  | { status: "unreachable"; problem: ProblemError }
  | { status: "in" | "expired"; person: Person; mustEnrol?: boolean };

const RENEW_BEFORE_MS = 60_000;
/** A timer counts in 32 bits: a longer wait would be over at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** Tells, beside a cookie that no script may read, that there is one to try. */
const MARK = "portal.session";

/** Who uses this page, and the access token, which never leaves memory. */
export class Session {
  private state: SessionState = { status: "starting" };
  private token: string | null = null;
  private renewing: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private left = false;
  private readonly listeners = new Set<() => void>();
  private waiting: ((renewed: boolean) => void)[] = [];
  private readonly api = createClient<paths>({ baseUrl: globalThis.location.origin });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SessionState => this.state;

  get accessToken(): string | null {
    return this.token;
  }

  /** Goes on with the cookie's session, if there is one. */
  async restore(): Promise<SessionState> {
    if (this.state.status === "starting" && localStorage.getItem(MARK) === null)
      this.become({ status: "out" });
    if (this.state.status === "starting" || this.state.status === "unreachable") await this.renew();
    return this.state;
  }

  /**
   * A new session.
   *
   * @throws ProblemError what the person is told: a wrong password, a code that is needed besides, too many
   * attempts, no connection.
   */
  async signIn(email: string, password: string, code = ""): Promise<Person> {
    const session = await this.ask(() =>
      this.api.POST("/api/people/sessions", { body: { email, password, code } }),
    );
    this.begin(session);
    return session.person;
  }

  /**
   * A new session on the word of the company's own provider; the page that its person wanted.
   *
   * @throws ProblemError why he does not come in.
   */
  async signInByProvider(answer: { state: string; code: string }): Promise<string> {
    const begun = await this.ask(() =>
      this.api.POST("/api/people/provider/sessions", { body: answer }),
    );
    this.begin(begun);
    return begun.to;
  }

  /** Ends the session. What is on the page stays as it is: whoever calls this goes on to another. */
  async signOut(): Promise<void> {
    try {
      await this.api.DELETE("/api/people/sessions");
    } finally {
      this.leave();
    }
  }

  /** Forgets the session on this page alone. */
  leave(): void {
    clearTimeout(this.timer);
    this.left = true;
    this.token = null;
    localStorage.removeItem(MARK);
    this.release(false);
  }

  /** A usable token again, by the cookie or else by the person's password; false when he left instead. */
  async renewed(refused: string | null): Promise<boolean> {
    if (this.left) return false;
    if (this.token !== null && this.token !== refused) return true;
    if (await this.renew()) return true;
    if (this.state.status !== "expired") return false;
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The rights as they are by now, as after setting up what was asked for. */
  async again(): Promise<void> {
    await this.renew();
  }

  /** The person as he has just changed himself. */
  update(person: Person): void {
    if (this.state.status === "in") this.become({ ...this.state, person });
  }

  private renew(): Promise<boolean> {
    this.renewing ??= this.refresh().finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async refresh(): Promise<boolean> {
    try {
      this.begin(await this.ask(() => this.api.POST("/api/people/sessions/refresh")));
      return true;
    } catch (error) {
      this.renewalFailed(error as ProblemError);
      return false;
    }
  }

  private renewalFailed(problem: ProblemError): void {
    const refused = problem.status === 401;
    if (this.state.status === "in" && refused) {
      this.token = null;
      this.become({ status: "expired", person: this.state.person });
    } else if (this.state.status === "starting" || this.state.status === "unreachable") {
      this.become(refused ? { status: "out" } : { status: "unreachable", problem });
    } else if (this.state.status === "in") {
      this.schedule(RENEW_BEFORE_MS / 4);
    }
  }

  private async ask<T extends SessionView>(
    call: () => Promise<{ data?: T; response: Response }>,
  ): Promise<T> {
    let answer;
    try {
      answer = await call();
    } catch {
      throw unreachable();
    }
    if (!answer.data) throw await problemOfRead(answer);
    return answer.data;
  }

  private begin(session: SessionView): void {
    this.left = false;
    // What somebody waits for who was here before is not done as another.
    const same = this.state.status !== "expired" || this.state.person.id === session.person.id;
    this.token = session.access_token;
    localStorage.setItem(MARK, session.person.id);
    this.schedule(Date.parse(session.expires_at) - Date.now() - RENEW_BEFORE_MS);
    this.become({ status: "in", person: session.person, mustEnrol: session.must_enrol });
    this.release(same);
  }

  private release(renewed: boolean): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve(renewed);
  }

  private schedule(inMs: number): void {
    clearTimeout(this.timer);
    if (inMs > LONGEST_WAIT_MS)
      this.timer = setTimeout(() => this.schedule(inMs - LONGEST_WAIT_MS), LONGEST_WAIT_MS);
    else this.timer = setTimeout(() => void this.renew(), Math.max(inMs, 5_000));
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The problem of an answer whose body openapi-fetch has already read. */
async function problemOfRead(answer: {
  response: Response;
  error?: unknown;
}): Promise<ProblemError> {
  if (!answer.error) return problemOf(answer.response);
  const again = new Response(JSON.stringify(answer.error), {
    status: answer.response.status,
    headers: answer.response.headers,
  });
  return problemOf(again);
}

export const session = new Session();
