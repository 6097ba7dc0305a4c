import createClient, { type Middleware } from "openapi-fetch";
import createQueries from "openapi-react-query";
import { problemOf, unreachable } from "./problem";
import type { components, paths } from "./schema";
import { session } from "./session";

export type Schemas = components["schemas"];

const RETRIES_AFTER_429 = 1;

/** Sends a request with the token of the moment, and once more when the token has been renewed. */
async function authorizedFetch(request: Request): Promise<Response> {
  const token = session.accessToken;
  const first = await reach(withToken(request.clone(), token));
  if (first.status !== 401) return first;
  if (!(await session.renewed(token))) return first;
  return reach(withToken(request, session.accessToken));
}

async function reach(request: Request, retries = RETRIES_AFTER_429): Promise<Response> {
  let answer;
  const again = request.clone();
  try {
    answer = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachable();
  }
  const seconds = Number(answer.headers.get("retry-after"));
  if (answer.status !== 429 || retries === 0 || !seconds || seconds > 5) return answer;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return reach(again, retries - 1);
}

function withToken(request: Request, token: string | null): Request {
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
};

/** The portal's API, typed by its own description. Every refusal is a `ProblemError`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: authorizedFetch,
});
api.use(refusals);

/** The same as hooks: `$api.useQuery("get", "/api/crm/deals", { params })`. */
export const $api = createQueries(api);

/** The body of an answer that has one; refusals have been thrown before. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
