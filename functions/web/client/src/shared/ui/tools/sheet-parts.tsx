import { ActionIcon, Checkbox, Select } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Column, nextSort, type Sorting } from "../list-columns";
import type { ListColumns } from "../use-columns";
import classes from "./tools.module.css";

interface SortChoiceProps {
  columns: readonly Pick<Column<never>, "key" | "header" | "sort" | "numeric">[];
  sort: Sorting;
}

/** By what the list is sorted, and from which end. */
export function SortChoice({ columns, sort }: SortChoiceProps) {
  const { t } = useTranslation("filters");
  const name = sort.value.replace(/^-/, "");
  const falling = sort.value.startsWith("-");
  const sortable = columns.filter((column) => column.sort !== undefined);
  const by = (wanted: string | null) => {
    const column = sortable.find((each) => each.sort === wanted);
    if (column) sort.onChange(nextSort("", column));
  };
  return (
    <div className={classes.sort}>
      <Select
        aria-label={t("sortColumn")}
        allowDeselect={false}
        data={sortable.map((column) => ({ value: column.sort ?? "", label: column.header }))}
        value={name}
        onChange={by}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={falling ? t("falling") : t("rising")}
        onClick={() => sort.onChange(falling ? name : `-${name}`)}
      >
        {falling ? <IconArrowDown size={18} /> : <IconArrowUp size={18} />}
      </ActionIcon>
    </div>
  );
}

/** Which of the columns that a phone has room for are shown. */
export function PhoneColumns({ columns }: { columns: ListColumns }) {
  const { all, hidden, toggle } = columns;
  return (
    <div>
      {all
        .slice(1)
        .map(
          ({ key, header, phone }) =>
            phone && (
              <Checkbox
                key={key}
                label={header}
                checked={!hidden.includes(key)}
                onChange={() => toggle(key)}
              />
            ),
        )}
    </div>
  );
}
