import i18next from "i18next";
import { refusalWords } from "../i18n/refusal-words";
import type { components } from "./schema";

type ProblemBody = components["schemas"]["Problem"];
type CardRef = components["schemas"]["CardView"];

export interface FieldProblem {
  pointer: string;
  message: string;
}

/**
 * An answer that refuses, or none at all.
 *
 * `status` is 0 when the portal could not be reached. `code` is what the person quotes to his administrator.
 * `retryAfter` is in seconds.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly code: string | null = null,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfter: number | null = null,
    /** The card that stands in the way, where the portal names it. */
    readonly about: CardRef | null = null,
    /** What a program can do about it: `code_needed` and `code_wrong` ask for a second step of signing in. */
    readonly reason: string | null = null,
  ) {
    super(detail);
  }

  get offline(): boolean {
    return this.status === 0;
  }

  /** The message for one field of the body, by its JSON pointer or a part below it. */
  at(pointer: string): string | null {
    const found = this.fields.find(
      (field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`),
    );
    return found?.message ?? null;
  }
}

/**
 * The problem that an answer tells of, whatever its body (RFC 9457 where it is ours).
 *
 * Where the reader's words for it cannot be had, it says nothing itself: whoever shows it goes by its status.
 */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body = await bodyOf(response);
  const retryAfter = Number(response.headers.get("retry-after")) || null;
  const say = await refusalWords(i18next.language);
  return new ProblemError(
    response.status,
    say?.(body.detail ?? body.title ?? "") ?? "",
    body.code ?? response.headers.get("x-amzn-requestid"),
    (body.errors ?? []).map(({ pointer, message }) => ({
      pointer,
      message: say?.(message) ?? i18next.t("errorField"),
    })),
    retryAfter,
    (body.about as CardRef | undefined) ?? null,
    (body as { reason?: string }).reason ?? null,
  );
}

export function unreachable(): ProblemError {
  return new ProblemError(0, "");
}

export function toProblem(error: unknown): ProblemError {
  return error instanceof ProblemError ? error : new ProblemError(-1, String(error));
}

async function bodyOf(response: Response): Promise<Partial<ProblemBody>> {
  try {
    return (await response.json()) as Partial<ProblemBody>;
  } catch {
    return {};
  }
}
