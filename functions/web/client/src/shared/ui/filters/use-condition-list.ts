import { useState } from "react";
import { asks, type FilterCondition } from "./conditions";

/** The conditions of a list while they are being made and changed; what asks for nothing is in no address. */
export function useConditionList(
  conditions: readonly FilterCondition[],
  onChange: (conditions: FilterCondition[] | undefined) => void,
) {
  /** The condition that is being made: it stands in the address once it asks for something. */
  const [fresh, setFresh] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const put = (condition: FilterCondition) => {
    const others = conditions.filter(({ by }) => by !== condition.by);
    const known = others.length < conditions.length;
    const next = known
      ? conditions.map((each) => (each.by === condition.by ? condition : each))
      : [...conditions, condition];
    const left = next.filter(asks);
    if (!asks(condition)) setFresh(condition.by);
    onChange(left.length > 0 ? left : undefined);
  };
  const remove = (by: string) => {
    setFresh(null);
    const left = conditions.filter((each) => each.by !== by);
    onChange(left.length > 0 ? left : undefined);
  };
  const shown: FilterCondition[] = [...conditions];
  if (fresh && !conditions.some(({ by }) => by === fresh)) shown.push({ by: fresh });
  return {
    shown,
    put,
    remove,
    /** The field whose condition is being said. */
    open,
    setOpen: (by: string | null) => {
      setOpen(by);
      if (by === null) setFresh(null);
    },
    add: (by: string) => {
      setFresh(by);
      setOpen(by);
    },
  };
}
