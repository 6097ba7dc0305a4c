import type { ReactNode } from "react";
import type { OwnField, OwnValue } from "../../api";

export interface OwnInputProps {
  field: OwnField;
  value: OwnValue;
  onChange: (value: OwnValue) => void;
  id?: string;
  size?: "xs" | "sm";
  /** Shown above, with the field's help under it; without it only named for those who cannot see. */
  labelled?: boolean;
  autoFocus?: boolean;
  error?: ReactNode;
  /** The person has left the field, or chosen what he wanted. */
  onDone?: (value?: OwnValue) => void;
  onCancel?: () => void;
}
