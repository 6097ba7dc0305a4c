import { Button, Kbd, Tabs } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { isSend } from "../lib";
import classes from "./composer.module.css";

export interface ComposerTab {
  value: string;
  label: string;
  icon: ReactNode;
  panel: ReactNode;
}

interface ComposerProps {
  label: string;
  tabs: readonly ComposerTab[];
  /** The open tab; null while the box is folded. */
  tab: string | null;
  onTab: (tab: string | null) => void;
  /** What stands in the folded box, and what pressing it does. */
  prompt: string;
  onPrompt: () => void;
}

/** The one box in which something is added to a card. */
export function Composer({ label, tabs, tab, onTab, prompt, onPrompt }: ComposerProps) {
  return (
    <section className={classes.composer} aria-label={label}>
      <Tabs
        value={tab}
        onChange={onTab}
        allowTabDeactivation
        keepMounted={false}
        classNames={{ list: classes.tabs, tab: classes.tab }}
      >
        <Tabs.List>
          {tabs.map((each) => (
            <Tabs.Tab key={each.value} value={each.value} leftSection={each.icon}>
              {each.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((each) => (
          <Tabs.Panel key={each.value} value={each.value} className={classes.panel}>
            {each.panel}
          </Tabs.Panel>
        ))}
      </Tabs>
      {tab === null && (
        <button type="button" className={classes.prompt} onClick={onPrompt}>
          {prompt}
        </button>
      )}
    </section>
  );
}

interface ComposerFormProps {
  children: ReactNode;
  /** The verb on the button. */
  verb: string;
  onSend: () => void;
  sending?: boolean;
  disabled?: boolean;
  /** At the left of the button: what belongs to it. */
  extra?: ReactNode;
  error?: string | null;
}

/** The fields of one tab and the button that sends them, which Ctrl+Enter presses. */
export function ComposerForm(props: ComposerFormProps) {
  const send = () => {
    if (!props.disabled && !props.sending) props.onSend();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSend(event)) return;
    event.preventDefault();
    send();
  };
  return (
    // The keys are a shortcut to the form's own button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {props.children}
      {props.error && (
        <p className={classes.error} role="alert">
          {props.error}
        </p>
      )}
      <div className={classes.foot}>
        <div className={classes.extra}>{props.extra}</div>
        <span className={classes.hint} aria-hidden>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
        </span>
        <Button type="submit" disabled={props.disabled} loading={props.sending}>
          {props.verb}
        </Button>
      </div>
    </form>
  );
}
