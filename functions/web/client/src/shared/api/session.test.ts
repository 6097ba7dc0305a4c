import { afterEach, describe, expect, it, vi } from "vitest";
import { Session } from "./session";

const DAY_MS = 86_400_000;
const PERSON = { id: "P", name: "Анна Белова", email: "anna@demo.example", roles: ["employee"] };

function answer(status: number, body: unknown = {}) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}

function granted(token: string, lifetimeMs = 3_600_000) {
  const expires_at = new Date(Date.now() + lifetimeMs).toISOString();
  return answer(200, { access_token: token, expires_at, person: PERSON });
}

function serve(...answers: Response[]) {
  const fetched = vi.fn(() => Promise.resolve(answers.shift() ?? answer(500)));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("a session", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("is not renewed at once when its token outlives what a timer can count", async () => {
    vi.useFakeTimers();
    const fetched = serve(granted("one", 60 * DAY_MS), granted("two", 120 * DAY_MS));
    await new Session().signIn("anna@demo.example", "secret");
    await vi.advanceTimersByTimeAsync(59 * DAY_MS);
    expect(fetched).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("asks nothing of the portal where nobody has signed in", async () => {
    const fetched = serve();
    expect(await new Session().restore()).toEqual({ status: "out" });
    expect(fetched).not.toHaveBeenCalled();
  });

  it("goes on from the cookie, and asks once however many ask for it", async () => {
    localStorage.setItem("portal.session", "P");
    const fetched = serve(granted("one"));
    const session = new Session();
    await Promise.all([session.restore(), session.restore()]);
    expect(session.current().status).toBe("in");
    expect(session.accessToken).toBe("one");
    expect(fetched).toHaveBeenCalledOnce();
  });

  it("does not do as another what waits for the one who was here before", async () => {
    const other = answer(200, {
      access_token: "other",
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      person: { ...PERSON, id: "Q" },
    });
    serve(granted("one"), answer(401), other);
    const session = new Session();
    await session.signIn("anna@demo.example", "secret");
    const waiting = session.renewed("one");
    await vi.waitFor(() => expect(session.current().status).toBe("expired"));
    await session.again();
    expect(await waiting).toBe(false);
  });

  it("keeps the page of one whose session has ended, and lets what waits go on after the password", async () => {
    serve(granted("one"), answer(401), granted("two"));
    const session = new Session();
    await session.signIn("anna@demo.example", "secret");
    const renewed = session.renewed("one");
    await vi.waitFor(() => expect(session.current().status).toBe("expired"));
    await session.signIn("anna@demo.example", "secret");
    expect(await renewed).toBe(true);
    expect(session.accessToken).toBe("two");
  });

  it("does not take a broken connection for the end of a session", async () => {
    serve(granted("one"), answer(503));
    const session = new Session();
    await session.signIn("anna@demo.example", "secret");
    expect(await session.renewed("one")).toBe(false);
    expect(session.current().status).toBe("in");
  });

  it("tells a wrong password from too many attempts", async () => {
    serve(answer(401, { detail: "wrong" }), answer(429, { detail: "wait" }));
    const session = new Session();
    await expect(session.signIn("a@b.example", "x")).rejects.toMatchObject({ status: 401 });
    await expect(session.signIn("a@b.example", "x")).rejects.toMatchObject({ status: 429 });
  });

  it("leaves the page of one who signs out as it is, and renews nothing", async () => {
    const fetched = serve(granted("one"), new Response(null, { status: 204 }));
    const session = new Session();
    await session.signIn("anna@demo.example", "secret");
    await session.signOut();
    expect(session.current().status).toBe("in");
    expect(session.accessToken).toBeNull();
    expect(await session.renewed("one")).toBe(false);
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(localStorage.getItem("portal.session")).toBeNull();
  });

  it("is renewed again for one who has signed in after leaving", async () => {
    serve(granted("one"), granted("two"), granted("three"));
    const session = new Session();
    await session.signIn("anna@demo.example", "secret");
    session.leave();
    await session.signIn("anna@demo.example", "secret");
    expect(await session.renewed("two")).toBe(true);
    expect(session.accessToken).toBe("three");
  });
});
