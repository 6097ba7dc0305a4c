import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, bodyOf, type Schemas, toProblem } from "../../api";
import { useProblemText } from "../problem-text";
import { CodeInput } from "./code-input";
import { RecoveryCodes } from "./recovery-codes";
import classes from "./security.module.css";
import { useFactorText } from "./use-factor-text";

/** Sets up the codes of an authenticator app: the password, the QR code, the first code, the recovery codes. */
export default function EnrolFactor({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState("");
  const [enrolment, setEnrolment] = useState<Schemas["EnrolmentView"] | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (enrolment)
    return <FirstCode enrolment={enrolment} password={password} onCodes={(all) => setCodes(all)} />;
  return <Password value={password} onChange={setPassword} onBegun={setEnrolment} />;
}

interface PasswordProps {
  value: string;
  onChange: (password: string) => void;
  onBegun: (enrolment: Schemas["EnrolmentView"]) => void;
}

function Password({ value, onChange, onBegun }: PasswordProps) {
  const { t } = useTranslation("security");
  const text = useFactorText();
  const begin = useMutation({
    mutationFn: () =>
      bodyOf(api.POST("/api/people/second-factor/enrolments", { body: { password: value } })),
    onSuccess: onBegun,
  });
  return (
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <p className={classes.quiet}>{t("enrolText")}</p>
      <PasswordInput
        label={t("yourPassword")}
        autoComplete="current-password"
        autoFocus
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
        value={value}
        error={begin.error && text(begin.error)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button type="submit" loading={begin.isPending} disabled={!value}>
        {t("goOn")}
      </Button>
    </form>
  );
}

interface FirstCodeProps {
  enrolment: Schemas["EnrolmentView"];
  password: string;
  onCodes: (codes: readonly string[]) => void;
}

function FirstCode({ enrolment, password, onCodes }: FirstCodeProps) {
  const { t } = useTranslation("security");
  const text = useProblemText();
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: (typed: string) =>
      bodyOf(api.PUT("/api/people/second-factor", { body: { password, code: typed } })),
    onSuccess: ({ items }) => onCodes(items),
  });
  const wrong = confirm.error && toProblem(confirm.error).reason === "code_wrong";
  return (
    <form
      className={classes.steps}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(code);
      }}
    >
      <p className={classes.quiet}>{t("scan")}</p>
      <div className={classes.qr}>
        <QRCodeSVG value={enrolment.address} size={184} title={t("qr")} />
      </div>
      <p className={classes.quiet}>
        {t("byHand")} <span className={classes.secret}>{enrolment.secret}</span>
      </p>
      <a className={classes.onPhone} href={enrolment.address}>
        {t("openApp")}
      </a>
      <CodeInput
        label={t("firstCode")}
        value={code}
        error={confirm.error && (wrong ? t("codeWrong") : text(confirm.error))}
        onChange={setCode}
        onWhole={confirm.isPending ? undefined : (typed) => confirm.mutate(typed)}
      />
      <Button type="submit" loading={confirm.isPending} disabled={code.length < 6}>
        {t("turnOn")}
      </Button>
    </form>
  );
}
