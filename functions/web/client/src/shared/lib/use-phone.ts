import { useMediaQuery } from "@mantine/hooks";

/** Whether the page is as narrow as a phone: the style sheets' `$phone`. */
export function usePhone(): boolean {
  return useMediaQuery("(max-width: 40em)", false, { getInitialValueInEffect: false });
}
