export { commandKey, isSend, isTyping } from "./keys";
export { useDelayed } from "./use-delayed";
export {
  CONTACT_FROM_CARD,
  forgetDrafts,
  letterDraftKey,
  readDraft,
  useDraft,
  writeDraft,
} from "./use-draft";
export { useNow } from "./use-now";
export { useOnline } from "./use-online";
export { usePhone } from "./use-phone";
export { daysSince, staysTooLong } from "./stay";
export { instantOf, localOf } from "./zoned";
export { soonInstants } from "./soon";
export { ENDS, ONCE, readRule, type RepeatDraft, REPEATS, ruleOf, UNITS } from "./repeats";
