import { Button, Combobox, useCombobox } from "@mantine/core";
import { IconTemplate } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, type Schemas } from "@/shared/api";
import { usePlaceholders } from "@/shared/ui/rich-text/placeholders";
import classes from "./template-menu.module.css";

type Template = Schemas["TemplateItem"];

/** A template found by some letters of its name; arrows walk, Enter takes. */
export function TemplateMenu({ onChoose }: { onChoose: (template: Template) => void }) {
  const { t } = useTranslation("templates");
  const { toWords } = usePlaceholders();
  const [query, setQuery] = useState("");
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      setQuery("");
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const { data } = $api.useQuery("get", "/api/communications/templates", undefined, {
    enabled: box.dropdownOpened,
  });
  const usable = data?.items.filter(({ archived }) => !archived) ?? [];
  const found = matching(usable, query);
  const choose = (id: string) => {
    const template = usable.find((one) => one.id === id);
    box.closeDropdown();
    if (template) onChoose(template);
  };
  return (
    <Combobox store={box} width={320} position="top-start" withinPortal onOptionSubmit={choose}>
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTemplate size={16} />}
          aria-expanded={box.dropdownOpened}
          onClick={() => box.toggleDropdown()}
        >
          {t("use")}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={t("useSearch")}
          placeholder={t("useSearch")}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            box.selectFirstOption();
          }}
        />
        <Combobox.Options mah={280} className={classes.options}>
          {found.map(({ id, name, subject }) => (
            <Combobox.Option key={id} value={id} className={classes.option}>
              <span className={classes.name}>{name}</span>
              {subject && <span className={classes.subject}>{toWords(subject)}</span>}
            </Combobox.Option>
          ))}
          {data && found.length === 0 && (
            <Combobox.Empty>{usable.length > 0 ? t("useNothing") : t("useNone")}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Those in whose name or subject each word that was typed stands; one's own before the shared ones. */
export function matching(templates: readonly Template[], query: string): Template[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return templates
    .filter(({ name, subject }) => {
      const said = `${name} ${subject}`.toLocaleLowerCase();
      return words.every((word) => said.includes(word));
    })
    .sort((one, other) => Number(other.personal) - Number(one.personal));
}
