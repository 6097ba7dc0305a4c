import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { $api, session, type Schemas } from "@/shared/api";
import { ErrorState, RowSkeletons, useToasts } from "@/shared/ui";
import { Section } from "../section";
import { ChangeFactor } from "./change-factor";
import classes from "./security.module.css";

const EnrolFactor = lazy(() => import("@/shared/ui/security/enrol-factor"));

type Asked = "on" | "off" | "codes";

/** The code besides the password: turned on, turned off, its recovery codes made anew. */
export function Factor() {
  const { t } = useTranslation("settings");
  const query = $api.useQuery("get", "/api/people/second-factor");
  const [asked, setAsked] = useState<Asked | null>(null);
  const state = query.data;
  return (
    <Section title={t("factor")} text={t("factorText")}>
      {query.isPending && <RowSkeletons />}
      {query.isError && !state && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {state && <Standing state={state} onAsk={setAsked} />}
      {asked && <Asking asked={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

interface StandingProps {
  state: Schemas["FactorView"];
  onAsk: (asked: Asked) => void;
}

function Standing({ state, onAsk }: StandingProps) {
  const { t } = useTranslation("settings");
  if (!state.enabled)
    return (
      <div className={classes.standing}>
        <p>{t("factorIsOff")}</p>
        <Button onClick={() => onAsk("on")}>{t("factorOn")}</Button>
      </div>
    );
  return (
    <>
      <p>{t("factorIsOn", { count: state.codes_left })}</p>
      {state.required && <p className={classes.quiet}>{t("factorRequired")}</p>}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => onAsk("codes")}>
          {t("newCodes")}
        </Button>
        {!state.required && (
          <Button variant="default" onClick={() => onAsk("off")}>
            {t("factorOff")}
          </Button>
        )}
      </div>
    </>
  );
}

function Asking({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const toasts = useToasts();
  const client = useQueryClient();
  const done = async () => {
    onClose();
    await client.invalidateQueries({
      predicate: ({ queryKey }) => /second-factor|security-notes/.test(String(queryKey[1])),
    });
    if (asked === "on") await session.again();
    toasts.done(t("saved"));
  };
  const titles = { on: t("factorOn"), off: t("factorOff"), codes: t("newCodes") };
  return (
    <Modal
      opened
      onClose={onClose}
      title={titles[asked]}
      // The codes are shown once: a touch beside them must not take them away.
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {asked === "on" ? (
        <Suspense fallback={<RowSkeletons />}>
          <EnrolFactor onDone={() => void done()} />
        </Suspense>
      ) : (
        <ChangeFactor asked={asked} onDone={() => void done()} />
      )}
    </Modal>
  );
}
