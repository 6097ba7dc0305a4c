import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useRefusals } from "@/shared/i18n";
import { csvOf } from "./csv";
import classes from "./importing.module.css";
import type { List } from "./list";
import type { Result } from "./use-import";

const SHOWN = 20;

/** What would become of the rows, or has; those that are wrong as a table to mend and load again. */
export function Report({ list, results }: { list: List; results: readonly Result[] }) {
  const { t } = useTranslation("people");
  const say = useRefusals(results.some((result) => result.outcome === "wrong"));
  const of = (outcome: Result["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const wrong = results.flatMap((result, index) =>
    result.outcome === "wrong" ? [{ index, reason: say(result.reason) }] : [],
  );
  const table = csvOf([
    [...list.header, t("importReason")],
    ...wrong.map(({ index, reason }) => [...(list.cells[index] ?? []), reason]),
  ]);
  const counts = { ready: of("ready"), added: of("added"), there: of("there") };
  return (
    <div className={classes.report} role="status">
      <p>{t("importReport", { ...counts, wrong: wrong.length })}</p>
      {wrong.length > 0 && (
        <Alert color="gray" title={t("importWrong", { count: wrong.length })}>
          <ul className={classes.wrong}>
            {wrong.slice(0, SHOWN).map(({ index, reason }) => (
              <li key={index}>
                {t("importRow", { row: index + 2, name: list.rows[index]?.name ?? "" })}: {reason}
              </li>
            ))}
          </ul>
          <a
            download="employees-to-mend.csv"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(table)}`}
          >
            {t("importMend")}
          </a>
        </Alert>
      )}
    </div>
  );
}
