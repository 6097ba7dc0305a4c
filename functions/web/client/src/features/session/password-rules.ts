/** What a password must be; the portal asks for the same, and the user pool behind it. */
export const PASSWORD_RULES = {
  length: (password: string) => password.length >= 12 && password.length <= 256,
  small: (password: string) => /[a-z]/.test(password),
  capital: (password: string) => /[A-Z]/.test(password),
  digit: (password: string) => /\d/.test(password),
  sign: (password: string) => /[!-/:-@[-`{-~]/.test(password),
} as const;

export type PasswordRule = keyof typeof PASSWORD_RULES;

export const RULE_NAMES = Object.keys(PASSWORD_RULES) as PasswordRule[];

export function isStrong(password: string): boolean {
  return RULE_NAMES.every((rule) => PASSWORD_RULES[rule](password));
}
