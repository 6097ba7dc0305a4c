import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePerson } from "@/shared/api";
import { ErrorState, RowSkeletons } from "@/shared/ui";
import { Section } from "../section";
import { type Kind, kindsOf, type Preferences, put } from "./kinds";
import { MailTimes } from "./mail-times";
import classes from "./telling.module.css";
import { usePreferences } from "./use-preferences";

/** How I am told of what happens: by kind and channel, and when mails come. */
export function TellingSettings() {
  const { query, save } = usePreferences();
  if (query.isPending) return <RowSkeletons />;
  if (!query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Kinds wishes={query.data} onChange={save} />
      <MailTimes wishes={query.data} onChange={save} />
    </>
  );
}

interface KindsProps {
  wishes: Preferences;
  onChange: (wishes: Preferences) => void;
}

function Kinds({ wishes, onChange }: KindsProps) {
  const { roles } = usePerson();
  const { t } = useTranslation("telling");
  return (
    <Section title={t("telling")} text={t("kindsText")}>
      <table className={classes.kinds}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("inPortal")}</th>
            <th scope="col">{t("byMail")}</th>
          </tr>
        </thead>
        <tbody>
          {kindsOf(roles).map((kind) => (
            <Row key={kind} kind={kind} wishes={wishes} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t("alwaysText")}</p>
    </Section>
  );
}

function Row({ kind, wishes, onChange }: KindsProps & { kind: Kind }) {
  const { t } = useTranslation("telling");
  const name = t(`kind_${kind}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {wishes.always.includes(kind) ? (
          <span className={classes.always}>{t("always")}</span>
        ) : (
          <Checkbox
            className={classes.box}
            aria-label={t("kindPortal", { kind: name })}
            checked={!wishes.silent.includes(kind)}
            onChange={(event) =>
              onChange({
                ...wishes,
                silent: put(wishes.silent, kind, !event.currentTarget.checked),
              })
            }
          />
        )}
      </td>
      <td>
        <Checkbox
          className={classes.box}
          aria-label={t("kindMail", { kind: name })}
          checked={wishes.mailed.includes(kind)}
          onChange={(event) =>
            onChange({ ...wishes, mailed: put(wishes.mailed, kind, event.currentTarget.checked) })
          }
        />
      </td>
    </tr>
  );
}
