/** Whether a key belongs to a field that is being typed into, and so is no command. */
export function isTyping(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (!target) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** A letter key by its place on the keyboard, so that commands work in the Russian layout too. */
export function commandKey(event: KeyboardEvent | React.KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
}

export function isSend(event: React.KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}
