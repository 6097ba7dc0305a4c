import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, api, type Schemas } from "@/shared/api";
import { ErrorState, RowSkeletons, useToasts } from "@/shared/ui";
import { useProvider } from "@/shared/ui/provider/use-provider";
import { Section } from "../section";
import { LinkForm } from "./link-form";
import classes from "./security.module.css";

/** By which account of the company one signs in; nothing where the company has no provider of its own. */
export function Provider() {
  const provider = useProvider();
  return provider && <Linked name={provider.name} />;
}

function Linked({ name }: { name: string }) {
  const { t } = useTranslation(["provider", "common"]);
  const query = $api.useQuery("get", "/api/people/provider/link");
  const [asked, setAsked] = useState(false);
  return (
    <Section title={t("title", { provider: name })} text={t("text")}>
      {query.isPending && <RowSkeletons />}
      {query.isError && !query.data && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <Standing link={query.data} onLink={() => setAsked(true)} />}
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t("title", { provider: name })}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <LinkForm name={name} />
      </Modal>
    </Section>
  );
}

interface StandingProps {
  link: Schemas["ProviderLinkView"];
  onLink: () => void;
}

function Standing({ link, onLink }: StandingProps) {
  const { t } = useTranslation("provider");
  const unlink = useUnlink();
  return (
    <div className={classes.standing}>
      <p>
        {link.linked
          ? t("linkedAs", { email: link.email ?? "" })
          : t(link.off ? "off" : "notLinked")}
      </p>
      {link.linked ? (
        <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
          {t("unlink")}
        </Button>
      ) : (
        <Button onClick={onLink}>{t("link")}</Button>
      )}
    </div>
  );
}

function useUnlink() {
  const { t } = useTranslation("provider");
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE("/api/people/provider/link"),
    onSuccess: () => toasts.done(t("unlinked")),
    onError: toasts.failed,
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => /provider\/link|security-notes/.test(String(queryKey[1])),
      }),
  });
}
