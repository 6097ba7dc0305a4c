import { Popover, Textarea } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/shared/api";
import { Face } from "@/shared/ui";
import classes from "./mention-box.module.css";
import { mentionAt, namesLike } from "./mentions";

type Person = Schemas["PersonView"];

interface MentionBoxProps {
  label: string;
  placeholder: string;
  text: string;
  onChange: (text: string) => void;
  /** Who can be called. */
  people: readonly Person[];
  invalid?: boolean;
  box: RefObject<HTMLTextAreaElement | null>;
}

/** A text in which an @ and the first letters of a name call a colleague. */
export function MentionBox(props: MentionBoxProps) {
  const { t } = useTranslation("card");
  const { box, text, onChange } = props;
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const mention = closed ? null : mentionAt(text, caret);
  const found = mention ? namesLike(props.people, mention.typed) : [];
  // A name written out is no longer being looked for.
  const offered = found.length === 1 && found[0]?.name === mention?.typed ? [] : found;
  const after = useRef<number | null>(null);

  const call = (person: Person) => {
    if (!mention) return;
    const written = `@${person.name} `;
    onChange(text.slice(0, mention.from) + written + text.slice(caret).trimStart());
    after.current = mention.from + written.length;
    requestAnimationFrame(() => {
      box.current?.focus();
      if (after.current !== null) box.current?.setSelectionRange(after.current, after.current);
      setCaret(after.current ?? 0);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (offered.length === 0 || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const person = offered[Math.min(chosen, offered.length - 1)];
    if (step !== 0) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === "Escape") setClosed(true);
    else if ((event.key === "Enter" || event.key === "Tab") && person) call(person);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const track = () => {
    setCaret(box.current?.selectionStart ?? 0);
  };
  return (
    <Popover opened={offered.length > 0} position="bottom-start" offset={2} trapFocus={false}>
      <Popover.Target>
        <Textarea
          ref={box}
          variant="unstyled"
          aria-label={props.label}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? listId : undefined}
          aria-activedescendant={offered.length > 0 ? `${listId}-${chosen}` : undefined}
          placeholder={props.placeholder}
          autosize
          minRows={3}
          maxRows={20}
          error={props.invalid}
          value={text}
          onChange={(event) => {
            setClosed(false);
            setChosen(0);
            setCaret(event.currentTarget.selectionStart);
            onChange(event.currentTarget.value);
          }}
          onSelect={track}
          onBlur={() => setClosed(true)}
          onKeyDown={onKeyDown}
        />
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <ul id={listId} className={classes.list} role="listbox" aria-label={t("commentMentions")}>
          {offered.map((person, index) => (
            <li
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={classes.option}
              // The box keeps the focus: its own keys walk the list.
              onMouseDown={(event) => {
                event.preventDefault();
                call(person);
              }}
            >
              <Face name={person.name} silent />
              <span>{person.name}</span>
              {person.job_title && <span className={classes.job}>{person.job_title}</span>}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
