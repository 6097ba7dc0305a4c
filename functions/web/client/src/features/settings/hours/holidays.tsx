import { Button, CloseButton, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "@/shared/i18n";
import { withHoliday } from "./hours-draft";
import classes from "./hours.module.css";

interface HolidaysProps {
  days: readonly string[];
  onChange: (days: string[]) => void;
}

/** The days on which nobody works. */
export function Holidays({ days, onChange }: HolidaysProps) {
  const { t } = useTranslation("hours");
  const formats = useFormats();
  const [day, setDay] = useState("");
  const add = () => {
    if (day) onChange(withHoliday(days, day));
    setDay("");
  };
  return (
    <div>
      <div className={classes.adding}>
        <TextInput
          label={t("holidays")}
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={day === ""} onClick={add}>
          {t("addHoliday")}
        </Button>
      </div>
      {days.length > 0 && (
        <ul className={classes.holidays} aria-label={t("holidays")}>
          {days.map((each) => (
            <li key={each}>
              {formats.date(each)}
              <CloseButton
                size={24}
                aria-label={t("removeHoliday", { day: formats.date(each) })}
                onClick={() => onChange(days.filter((one) => one !== each))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
