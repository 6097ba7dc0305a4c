const REASONS = [
  "provider_expired",
  "provider_distrusted",
  "provider_unverified",
  "provider_foreign",
  "provider_unknown",
  "provider_closed",
  "provider_linked_elsewhere",
  "provider_turned_off",
  "provider_code_asked",
  "provider_only",
] as const;

type Reason = (typeof REASONS)[number];

/** Whether the page has words of its own for why the provider's word opens nothing. */
export function isReason(reason: string | null): reason is Reason {
  return (REASONS as readonly (string | null)[]).includes(reason);
}

/** Whether somebody who is signed in has gone to choose his account, rather than to come in. */
export function isLink(state: string | undefined): boolean {
  return state?.startsWith("link.") ?? false;
}

/** A page of the portal; what would lead elsewhere becomes the first one. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : "/";
}
