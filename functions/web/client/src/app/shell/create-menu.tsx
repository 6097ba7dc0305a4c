import { ActionIcon, Button, Kbd, Menu } from "@mantine/core";
import {
  type Icon,
  IconAddressBook,
  IconBriefcase2,
  IconBuilding,
  IconPlus,
  IconTargetArrow,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CardKind } from "@/shared/api";
import classes from "./shell.module.css";

interface Creation {
  kind: CardKind;
  /** As a command of the search. */
  label: "createDeal" | "createLead" | "createContact" | "createCompany";
  /** As an item of the menu. */
  name: "cardDeal" | "cardLead" | "cardContact" | "cardCompany";
  icon: Icon;
}

/** What can be made from anywhere. */
export const CREATIONS: readonly Creation[] = [
  { kind: "deal", label: "createDeal", name: "cardDeal", icon: IconBriefcase2 },
  { kind: "lead", label: "createLead", name: "cardLead", icon: IconTargetArrow },
  { kind: "contact", label: "createContact", name: "cardContact", icon: IconAddressBook },
  { kind: "company", label: "createCompany", name: "cardCompany", icon: IconBuilding },
];

/** The button that makes something new wherever one is. */
export function CreateMenu({ onCreate }: { onCreate: (kind: CardKind) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          className={classes.create}
          leftSection={<IconPlus size={16} />}
          size="xs"
          variant="light"
          aria-label={t("create")}
        >
          {t("create")}
        </Button>
      </Menu.Target>
      <Items onCreate={onCreate} />
    </Menu>
  );
}

export function CreateMenuPhone({ onCreate }: { onCreate: (kind: CardKind) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon className={classes.createPhone} size={36} aria-label={t("create")}>
          <IconPlus size={18} />
        </ActionIcon>
      </Menu.Target>
      <Items onCreate={onCreate} />
    </Menu>
  );
}

function Items({ onCreate }: { onCreate: (kind: CardKind) => void }) {
  const { t } = useTranslation();
  return (
    <Menu.Dropdown>
      {CREATIONS.map((creation) => (
        <Menu.Item
          key={creation.kind}
          leftSection={<creation.icon size={16} stroke={1.75} />}
          rightSection={
            creation.kind === "deal" && (
              <Kbd size="xs" aria-hidden>
                C
              </Kbd>
            )
          }
          onClick={() => onCreate(creation.kind)}
        >
          {t(creation.name)}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}
