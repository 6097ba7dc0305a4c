import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { CODE_LENGTH, codeOf } from "./code";

interface CodeInputProps {
  label: string;
  value: string;
  error?: ReactNode;
  /** A recovery code has letters, and no certain length. */
  recovery?: boolean;
  onChange: (code: string) => void;
  /** The last digit has come, typed, pasted or filled in by the phone. */
  onWhole?: (code: string) => void;
}

/** A code of an authenticator app: the phone offers digits and what it has received. */
export function CodeInput({ label, value, error, recovery, onChange, onWhole }: CodeInputProps) {
  return (
    <TextInput
      label={label}
      name="code"
      size="md"
      required
      withAsterisk={false}
      autoFocus
      autoComplete={recovery ? "off" : "one-time-code"}
      inputMode={recovery ? "text" : "numeric"}
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      error={error}
      onChange={(event) => {
        const code = codeOf(event.currentTarget.value, recovery ?? false);
        onChange(code);
        if (!recovery && code.length === CODE_LENGTH && code !== value) onWhole?.(code);
      }}
    />
  );
}
