import { useTranslation } from "react-i18next";
import { $api } from "../../api";

export interface SignInProvider {
  /** As it stands on the button, after «через» or "with". */
  name: string;
  /** Whether employees sign in with passwords too. */
  passwords: boolean;
}

/** The company's own provider, where it has one and it is known already. */
export function useProvider(): SignInProvider | null {
  const { i18n } = useTranslation();
  const ways = $api.useQuery(
    "get",
    "/api/people/sign-in-ways",
    {},
    { staleTime: Infinity, retry: false },
  ).data;
  if (!ways?.provider) return null;
  const name = i18n.language === "ru" ? ways.provider.ru : ways.provider.en;
  return { name, passwords: ways.passwords };
}

/** The provider's name; of one that is no longer there, what it was to the reader. */
export function useProviderName(): string {
  const { t } = useTranslation("provider");
  return useProvider()?.name ?? t("company");
}
