import { Button, Menu } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type PlaceholderName, PLACEHOLDERS, usePlaceholders } from "./placeholders";

interface PlaceholderMenuProps {
  /** Where it puts the word. */
  label: string;
  /** Those that are offered; all unless told. */
  names?: readonly PlaceholderName[];
  onChoose: (braced: string) => void;
}

/** The words that stand for what the portal knows. */
export function PlaceholderMenu({ label, names = PLACEHOLDERS, onChoose }: PlaceholderMenuProps) {
  const { t } = useTranslation("templates");
  const { named } = usePlaceholders();
  return (
    <Menu position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={label}
          leftSection={<IconBraces size={16} />}
        >
          {t("insertWord")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onChoose(`{{${named[name]}}}`)}>
            {named[name]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
