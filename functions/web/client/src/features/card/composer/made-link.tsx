import { Button, CopyButton, TextInput } from "@mantine/core";
import { IconCheck, IconCopy, IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./forms.module.css";

interface MadeLinkProps {
  url: string;
  onWrite: () => void;
  onAnother: () => void;
}

/** The link that was made: copied with one press, or put into a letter. */
export function MadeLink({ url, onWrite, onAnother }: MadeLinkProps) {
  const { t } = useTranslation(["card", "common"]);
  return (
    <div className={classes.made} role="status">
      <TextInput
        label={t("filesCreated")}
        description={t("filesLink")}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes.madeActions}>
        <CopyButton value={url}>
          {({ copied, copy }) => (
            <Button
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
            >
              {copied ? t("common:copied") : t("common:copy")}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconMail size={16} />} onClick={onWrite}>
          {t("filesWrite")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onAnother}>
          {t("filesAnother")}
        </Button>
      </div>
    </div>
  );
}
