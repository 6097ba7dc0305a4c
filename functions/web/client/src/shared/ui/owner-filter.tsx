import { Button, Select } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useColleagues, usePerson } from "@/shared/api";
import { renderNoted, usePeopleOptions } from "./absences/people-options";
import classes from "./owner-filter.module.css";

interface OwnerFilterProps {
  ownerId: string | undefined;
  onChange: (ownerId: string | undefined) => void;
}

/** Whose cards are shown: one's own by one press, else anybody's. */
export function OwnerFilter({ ownerId, onChange }: OwnerFilterProps) {
  const { t } = useTranslation("lists");
  const people = usePeopleOptions(useColleagues());
  const me = usePerson();
  const mine = ownerId === me.id;
  return (
    <>
      <Button
        size="xs"
        variant={mine ? "light" : "default"}
        aria-pressed={mine}
        onClick={() => onChange(mine ? undefined : me.id)}
      >
        {t("mine")}
      </Button>
      <Select
        className={classes.filter}
        size="xs"
        aria-label={t("owner")}
        placeholder={t("anyone")}
        leftSection={<IconUser size={14} aria-hidden />}
        clearable
        searchable
        nothingFoundMessage={t("nobody")}
        data={people}
        renderOption={renderNoted}
        value={ownerId ?? null}
        onChange={(chosen) => onChange(chosen ?? undefined)}
      />
    </>
  );
}
