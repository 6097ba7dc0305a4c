/** As many digits as an authenticator app shows. */
export const CODE_LENGTH = 6;

/** What was typed or pasted, with nothing but what a code can have in it. */
export function codeOf(text: string, recovery: boolean): string {
  if (recovery) return text.replace(/[^\p{L}\d\s-]/gu, "").slice(0, 64);
  return text.replace(/\D/g, "").slice(0, CODE_LENGTH);
}
