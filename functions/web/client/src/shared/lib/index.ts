export { commandKey, isSend, isTyping } from "./keys";
export { useDelayed } from "./use-delayed";
export { forgetDrafts, useDraft } from "./use-draft";
export { useOnline } from "./use-online";
