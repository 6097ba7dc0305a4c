import { Radio } from "@mantine/core";
import type { ReactNode } from "react";
import type { AnyCard } from "../../api/cards";
import classes from "./merging.module.css";

interface OneOfCardsProps {
  label: string;
  records: readonly AnyCard[];
  value: number;
  disabled: boolean;
  onChange: (index: number) => void;
  labelOf: (record: AnyCard) => ReactNode;
  noteOf?: (record: AnyCard) => string;
}

/** A choice between what the cards are or say. */
export function OneOfCards(props: OneOfCardsProps) {
  return (
    <Radio.Group
      mb="md"
      label={props.label}
      value={String(props.value)}
      onChange={(value) => props.onChange(Number(value))}
    >
      <div className={classes.cards}>
        {props.records.map((record, index) => (
          <Radio
            key={record.id}
            value={String(index)}
            disabled={props.disabled}
            classNames={{ body: classes.choice }}
            label={props.labelOf(record)}
            description={props.noteOf?.(record)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
