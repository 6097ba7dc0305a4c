import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { $api, usePerson } from "@/shared/api";
import { Section } from "../section";
import classes from "../settings.module.css";

/** The person's own address for copies of letters that he writes elsewhere. */
export function DropAddress() {
  const { t } = useTranslation("mail");
  const { email } = usePerson();
  const address = $api.useQuery("get", "/api/communications/drop-address").data?.address ?? "";
  return (
    <Section title={t("drop")} text={t("dropText")}>
      <Group align="flex-end" gap="xs" wrap="wrap">
        <TextInput
          readOnly
          className={classes.drop}
          aria-label={t("drop")}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              disabled={address === ""}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {copied ? t("copied") : t("copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      <p className={classes.text}>{t("dropOwn", { email })}</p>
    </Section>
  );
}
