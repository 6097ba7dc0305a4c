import { SegmentedControl, Select, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas, session, usePerson } from "@/shared/api";
import { chooseLanguage, isLanguage, zoneChoices } from "@/shared/i18n";
import { FactField, useToasts } from "@/shared/ui";
import { textEditor } from "@/shared/ui/fact-editors";
import { Section } from "./section";
import classes from "./settings.module.css";

/** What everybody sets for himself. */
export function Mine() {
  const { t, i18n } = useTranslation("settings");
  const me = usePerson();
  const zones = useMemo(
    () => zoneChoices(i18n.language, me.time_zone),
    [i18n.language, me.time_zone],
  );
  const { save, saved } = useSaving();
  return (
    <Section title={t("mine")} text={t("mineText")}>
      <div className={classes.fields}>
        <Select
          label={t("language")}
          allowDeselect={false}
          data={[
            { value: "ru", label: "Русский" },
            { value: "en", label: "English" },
          ]}
          value={i18n.language}
          onChange={(language) => {
            if (!isLanguage(language)) return;
            void chooseLanguage(language);
            void saved({ language });
          }}
        />
        <Select
          label={t("zone")}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t("noZone")}
          data={zones}
          value={me.time_zone}
          onChange={(zone) => zone && void saved({ time_zone: zone })}
        />
        <div className={classes.phone}>
          <FactField
            label={t("phone")}
            value={me.phone ?? ""}
            display={me.phone}
            editor={textEditor}
            onSave={(phone) => save({ phone: phone.trim() || null })}
          />
        </div>
      </div>
      <Theme />
    </Section>
  );
}

function Theme() {
  const { t } = useTranslation("settings");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <p className={classes.label} id="theme-label">
        {t("theme")}
      </p>
      <SegmentedControl
        aria-labelledby="theme-label"
        data={[
          { value: "light", label: t("themeLight") },
          { value: "dark", label: t("themeDark") },
          { value: "auto", label: t("themeAuto") },
        ]}
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme)}
      />
    </>
  );
}

function useSaving() {
  const { t } = useTranslation("settings");
  const me = usePerson();
  const toasts = useToasts();
  const client = useQueryClient();
  const save = async (body: Schemas["EmployeePatch"]) => {
    const path = { person_id: me.id };
    session.update(
      await bodyOf(api.PATCH("/api/people/employees/{person_id}", { params: { path }, body })),
    );
    await client.invalidateQueries({ queryKey: ["get", "/api/people/employees"] });
  };
  const saved = async (body: Schemas["EmployeePatch"]) => {
    try {
      await save(body);
      toasts.done(t("saved"));
    } catch (error) {
      toasts.failed(error);
    }
  };
  return { save, saved };
}
