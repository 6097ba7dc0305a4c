import type { Rule } from "./use-rules";

export const NEW_RULE: Rule = {
  id: "",
  name: "",
  conditions: { senders: [], recipients: [], subject: [], with_files: false, automatic: false },
  mailbox_id: null,
  skips: false,
  folder_id: null,
  assignee: null,
  quiet: false,
  card: null,
  card_title: "",
  active: true,
  stops: true,
};

/** Whether a rule says for which letters it is, and what it does with them. */
export function isWhole(rule: Rule): boolean {
  return rule.name.trim() !== "" && looks(rule) && acts(rule);
}

export function looks({ conditions: c }: Rule): boolean {
  const words = c.senders.length + c.recipients.length + c.subject.length;
  return words > 0 || c.with_files || c.automatic;
}

function acts(rule: Rule): boolean {
  return (
    rule.skips ||
    rule.quiet ||
    rule.folder_id !== null ||
    rule.assignee !== null ||
    rule.card !== null
  );
}

/** The rule for another mailbox; a folder is of one. */
export function toMailbox(rule: Rule, mailboxId: string | null): Rule {
  return { ...rule, mailbox_id: mailboxId, folder_id: null };
}

/** What is not recorded can be neither filed nor shown nor linked. */
export function skipping(rule: Rule, skips: boolean): Rule {
  if (!skips) return { ...rule, skips };
  return {
    ...rule,
    skips,
    folder_id: null,
    assignee: null,
    card: null,
    card_title: "",
    quiet: false,
  };
}

/** The rules with one of them a place higher or lower. */
export function movedBy(rules: readonly Rule[], id: string, step: 1 | -1): Rule[] {
  const at = rules.findIndex((rule) => rule.id === id);
  const to = at + step;
  const moved = [...rules];
  const [one] = moved.splice(at, 1);
  if (at < 0 || to < 0 || to >= rules.length || !one) return [...rules];
  moved.splice(to, 0, one);
  return moved;
}

/** The rules with one in the place of its former self, or at the end. */
export function withRule(rules: readonly Rule[], rule: Rule): Rule[] {
  return rules.some(({ id }) => id === rule.id)
    ? rules.map((each) => (each.id === rule.id ? rule : each))
    : [...rules, rule];
}
