import { ActionIcon, Button, Menu, Popover, TextInput } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { instantOf, localOf, soonInstants } from "@/shared/lib";
import classes from "./telling.module.css";

const QUARTER_MS = 900_000;

interface SnoozeMenuProps {
  /** A picture alone, where there is no room for a word. */
  small?: boolean;
  onChoose: (at: string) => void;
}

/** Puts something off: for a quarter of an hour, an hour, to a morning, or to a time that one chooses. */
export function SnoozeMenu({ small, onChoose }: SnoozeMenuProps) {
  const { t } = useTranslation("telling");
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const choose = (at: string) => {
    setChoosing(false);
    onChoose(at);
  };
  return (
    // The menu's button says that it opens something; the frame around it is no control.
    <Popover
      opened={choosing}
      onChange={setChoosing}
      position="bottom-end"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-end" opened={open} onChange={setOpen}>
            <Menu.Target>
              {small ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={t("snooze")}
                  title={t("snooze")}
                >
                  <IconClockPause size={16} />
                </ActionIcon>
              ) : (
                <Button
                  variant="subtle"
                  color="gray"
                  size="xs"
                  leftSection={<IconClockPause size={16} />}
                >
                  {t("snooze")}
                </Button>
              )}
            </Menu.Target>
            <Choices onChoose={choose} onOther={() => setChoosing(true)} />
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t("snoozeUntil")}>
        {choosing && <Chooser onChoose={choose} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ onChoose, onOther }: { onChoose: (at: string) => void; onOther: () => void }) {
  const { t } = useTranslation("telling");
  const { time_zone: zone } = usePerson();
  const soon = soonInstants(new Date(), zone);
  const until = (local: string) => () => onChoose(instantOf(local, zone));
  const quarter = () => onChoose(new Date(Date.now() + QUARTER_MS).toISOString());
  return (
    <Menu.Dropdown>
      <Menu.Item onClick={quarter}>{t("snoozeQuarter")}</Menu.Item>
      <Menu.Item onClick={until(soon.hour)}>{t("snoozeHour")}</Menu.Item>
      <Menu.Item onClick={until(soon.tomorrow)}>{t("snoozeTomorrow")}</Menu.Item>
      <Menu.Item onClick={until(soon.monday)}>{t("snoozeMonday")}</Menu.Item>
      <Menu.Item onClick={onOther}>{t("snoozeOther")}</Menu.Item>
    </Menu.Dropdown>
  );
}

function Chooser({ onChoose }: { onChoose: (at: string) => void }) {
  const { t } = useTranslation("telling");
  const { time_zone: zone } = usePerson();
  const [at, setAt] = useState(() => soonInstants(new Date(), zone).tomorrow);
  const soonest = localOf(new Date(), zone);
  return (
    <form
      className={classes.chooser}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(instantOf(at, zone));
      }}
    >
      <TextInput
        type="datetime-local"
        label={t("snoozeUntil")}
        min={soonest}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={at < soonest}>
        {t("snooze")}
      </Button>
    </form>
  );
}
