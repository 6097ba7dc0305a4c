import { Button, SegmentedControl, Select, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, bodyOf, session, usePerson, usePipelines } from "@/shared/api";
import { chooseLanguage, isLanguage } from "@/shared/i18n";
import {
  PageBody,
  PageHeader,
  QuickForm,
  type QuickField,
  type QuickValues,
  useToasts,
  wordsOf,
} from "@/shared/ui";
import classes from "./settings.module.css";
import { stagesOf } from "./stages";

const ZONES = Intl.supportedValuesOf("timeZone");

export function SettingsPage() {
  const { t } = useTranslation("settings");
  const owner = usePerson().roles.includes("owner");
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody narrow>
        <Mine />
        <Pipelines owner={owner} />
        {owner && <Mailboxes />}
      </PageBody>
    </>
  );
}

function Section({
  title,
  text,
  action,
  children,
}: {
  title: string;
  text: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.text}>{text}</p>
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

function Mine() {
  const { t, i18n } = useTranslation("settings");
  const me = usePerson();
  const toasts = useToasts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const save = async (body: { language?: string; time_zone?: string }) => {
    try {
      const path = { person_id: me.id };
      session.update(
        await bodyOf(api.PATCH("/api/people/employees/{person_id}", { params: { path }, body })),
      );
      toasts.done(t("saved"));
    } catch (error) {
      toasts.failed(error);
    }
  };
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
            void save({ language });
          }}
        />
        <Select
          label={t("zone")}
          searchable
          allowDeselect={false}
          data={ZONES.includes(me.time_zone) ? ZONES : [me.time_zone, ...ZONES]}
          value={me.time_zone}
          onChange={(zone) => zone && void save({ time_zone: zone })}
        />
      </div>
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
    </Section>
  );
}

function Pipelines({ owner }: { owner: boolean }) {
  const { t } = useTranslation("settings");
  const pipelines = usePipelines();
  const fields: QuickField[] = [
    { name: "name", label: t("pipelineName"), required: true },
    { name: "stages", label: t("stages"), help: t("stagesHelp"), required: true },
    { name: "won", label: t("wonStage"), required: true },
    { name: "lost", label: t("lostStage"), required: true },
  ];
  const save = (values: QuickValues) =>
    api.POST("/api/crm/pipelines", {
      body: {
        name: wordsOf(values, "name") ?? "",
        stages: stagesOf(
          wordsOf(values, "stages"),
          wordsOf(values, "won"),
          wordsOf(values, "lost"),
        ),
      },
    });
  const initial = { won: t("wonDefault"), lost: t("lostDefault") };
  return (
    <Section
      title={t("pipelines")}
      text={t("pipelinesText")}
      action={
        owner && (
          <Creating
            verb={t("newPipeline")}
            name="pipeline"
            {...{ fields, initial, save }}
            path="/api/crm/pipelines"
          />
        )
      }
    >
      {pipelines?.map((pipeline) => (
        <div key={pipeline.id} className={classes.pipeline}>
          <h3 className={classes.name}>{pipeline.name}</h3>
          <ol className={classes.stages}>
            {pipeline.stages.map((stage) => (
              <li key={stage.id} data-kind={stage.kind}>
                {stage.name}
                <span className={classes.chance}>{stage.probability} %</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {pipelines?.length === 0 && <p className={classes.text}>{t("noPipelines")}</p>}
    </Section>
  );
}

function Mailboxes() {
  const { t } = useTranslation("settings");
  const mailboxes = $api.useQuery("get", "/api/communications/mailboxes").data?.items;
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  const save = (values: QuickValues) =>
    api.POST("/api/communications/mailboxes", {
      body: {
        address: wordsOf(values, "address") ?? "",
        name: wordsOf(values, "name") ?? "",
        department_id: wordsOf(values, "department_id") ?? "",
      },
    });
  const fields: QuickField[] = [
    { name: "address", label: t("address"), kind: "email", required: true },
    { name: "name", label: t("mailboxName"), help: t("mailboxNameHelp"), required: true },
    {
      name: "department_id",
      label: t("department"),
      help: t("departmentHelp"),
      kind: "one",
      required: true,
      options: departments.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return (
    <Section
      title={t("mailboxes")}
      text={t("mailboxesText")}
      action={
        <Creating
          verb={t("newMailbox")}
          name="mailbox"
          {...{ fields, save }}
          path="/api/communications/mailboxes"
        />
      }
    >
      <ul className={classes.mailboxes}>
        {mailboxes?.map((mailbox) => (
          <li key={mailbox.id}>
            <span className={classes.name}>{mailbox.address}</span>
            <span className={classes.text}>
              {departments.find(({ id }) => id === mailbox.department_id)?.name ?? mailbox.name}
            </span>
          </li>
        ))}
      </ul>
      {mailboxes?.length === 0 && <p className={classes.text}>{t("noMailboxes")}</p>}
    </Section>
  );
}

interface CreatingProps {
  verb: string;
  name: string;
  fields: readonly QuickField[];
  initial?: QuickValues;
  save: (values: QuickValues) => Promise<unknown>;
  /** The list that is asked anew afterwards. */
  path: string;
}

function Creating({ verb, name, fields, initial, save, path }: CreatingProps) {
  const { t } = useTranslation("settings");
  const client = useQueryClient();
  const toasts = useToasts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {verb}
      </Button>
      {open && (
        <QuickForm
          title={verb}
          verb={t("create")}
          draft={`new-${name}`}
          fields={fields}
          initial={initial}
          onSubmit={async (values) => {
            await save(values);
            toasts.done(t("saved"));
            await client.invalidateQueries({ queryKey: ["get", path] });
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
