import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "@/shared/api";
import { RowSkeletons, useToasts } from "@/shared/ui";
import { usePlaceholders } from "@/shared/ui/rich-text/placeholders";
import { Section } from "../section";
import settings from "../settings.module.css";
import { TemplateForm } from "./template-form";
import classes from "./templates.module.css";
import { useTemplateChanges, useTemplates } from "./use-templates";

type Template = Schemas["TemplateItem"];

/** The letters written beforehand: everybody's own, and those that he shares or may use. */
export default function Templates() {
  const { t } = useTranslation("templates");
  const templates = useTemplates();
  const [edited, setEdited] = useState<Template | "new" | null>(null);
  const [archive, setArchive] = useState(false);
  if (!templates) return <RowSkeletons count={3} />;
  const used = templates.filter(({ archived }) => !archived);
  const away = templates.filter(({ archived }) => archived);
  return (
    <Section
      title={t("templates")}
      text={t("templatesText")}
      action={
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setEdited("new")}
        >
          {t("newTemplate")}
        </Button>
      }
    >
      {used.length === 0 && (
        <p className={settings.text}>
          {t("noTemplates")} {t("noTemplatesText")}
        </p>
      )}
      <Lines templates={used} onEdit={setEdited} />
      {away.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.touch}
          aria-expanded={archive}
          onClick={() => setArchive(!archive)}
        >
          {t("showArchive", { count: away.length })}
        </Button>
      )}
      {archive && <Lines templates={away} onEdit={setEdited} />}
      {edited && (
        <TemplateForm id={edited === "new" ? null : edited.id} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

interface LinesProps {
  templates: readonly Template[];
  onEdit: (template: Template) => void;
}

function Lines({ templates, onEdit }: LinesProps) {
  return (
    <ul className={classes.list}>
      {templates.map((template) => (
        <Line key={template.id} template={template} onEdit={() => onEdit(template)} />
      ))}
    </ul>
  );
}

function Line({ template, onEdit }: { template: Template; onEdit: () => void }) {
  const { t } = useTranslation("templates");
  const { toWords } = usePlaceholders();
  const { name, archived } = template;
  const put = useArchiving(template);
  return (
    <li className={classes.line} data-archived={archived || undefined}>
      <div className={classes.words}>
        <p className={settings.name}>{name}</p>
        <p className={settings.text}>
          {[
            useWhose(template),
            template.subject && t("previewSubject", { subject: toWords(template.subject) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {template.editable && (
        <div className={classes.actions}>
          {!archived && (
            <Button
              variant="subtle"
              size="compact-sm"
              className={classes.touch}
              aria-label={t("changeOf", { name })}
              onClick={onEdit}
            >
              {t("change")}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.touch}
            aria-label={t(archived ? "restoreOf" : "archiveOf", { name })}
            onClick={() => void put(!archived)}
          >
            {t(archived ? "restore" : "archive")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Puts a template away or takes it out again, and back at another press. */
function useArchiving({ id, name }: Template) {
  const { t } = useTranslation("templates");
  const toasts = useToasts();
  const { change } = useTemplateChanges();
  return async (archived: boolean) => {
    try {
      await change(id, { archived });
      toasts.done(t(archived ? "archived" : "restored", { name }), () =>
        change(id, { archived: !archived }),
      );
    } catch (error) {
      toasts.failed(error);
    }
  };
}

function useWhose({ personal, department_ids: ids }: Template): string {
  const { t } = useTranslation("templates");
  const departments = $api.useQuery("get", "/api/people/departments").data?.items ?? [];
  if (personal) return t("forMe");
  if (ids.length === 0) return t("forEverybody");
  return departments
    .filter(({ id }) => ids.includes(id))
    .map((one) => one.name)
    .join(", ");
}
