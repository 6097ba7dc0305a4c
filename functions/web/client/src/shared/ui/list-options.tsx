import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Column, nextSort, type Sorting } from "./list-columns";

interface ListOptionsProps<T> {
  columns: readonly Column<T>[];
  hidden: readonly string[];
  onToggle: (key: string) => void;
  sort?: Sorting;
}

/** By what a list is sorted, and which columns it has; on a phone the only way to either. */
export function ListOptions<T>({ columns, hidden, onToggle, sort }: ListOptionsProps<T>) {
  const { t } = useTranslation();
  const sortable = columns.filter((column) => column.sort !== undefined);
  return (
    <Menu position="bottom-end" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={t("listOptions")}>
          <ActionIcon variant="default" size={30} aria-label={t("listOptions")}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {sort && sortable.length > 0 && (
          <>
            <Menu.Label>{t("sortBy")}</Menu.Label>
            {sortable.map((column) => (
              <Menu.Item
                key={column.key}
                rightSection={<SortMark now={sort.value} name={column.sort} />}
                onClick={() => sort.onChange(nextSort(sort.value, column))}
              >
                {column.header}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t("columns")}</Menu.Label>
        {columns.slice(1).map(({ key, header }) => (
          <Menu.CheckboxItem
            key={key}
            checked={!hidden.includes(key)}
            onChange={() => onToggle(key)}
          >
            {header}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** An arrow beside the column by which a list is sorted. */
export function SortMark({ now, name }: { now: string; name: string | undefined }) {
  if (now === name) return <IconArrowUp size={14} aria-hidden />;
  return now === `-${name ?? ""}` ? <IconArrowDown size={14} aria-hidden /> : null;
}
