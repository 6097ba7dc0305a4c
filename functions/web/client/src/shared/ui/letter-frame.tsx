import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { letterDocument } from "./letter-document";
import classes from "./letter.module.css";

interface LetterFrameProps {
  html: string;
  title: string;
  inline: ReadonlyMap<string, string>;
}

/**
 * Foreign markup, cleaned once more here and shown where no script runs and nothing is fetched unasked.
 * The frame shares our origin only so that its height can be read; without `allow-scripts` nothing
 * inside can make use of that.
 */
export function LetterFrame({ html, title, inline }: LetterFrameProps) {
  const { t } = useTranslation("letter");
  const [height, setHeight] = useState(80);
  const observer = useRef<ResizeObserver | null>(null);
  const history = t("history");
  const picture = t("picture");
  const content = useMemo(
    () => letterDocument(html, { picture, inline, history, fonts: fontRules() }),
    [html, picture, inline, history],
  );
  useEffect(() => () => observer.current?.disconnect(), []);
  const follow = (event: SyntheticEvent<HTMLIFrameElement>) => {
    const body = event.currentTarget.contentDocument?.body;
    if (!body) return;
    observer.current?.disconnect();
    // It grows when the history is unfolded, a picture has come, or the window has become narrower.
    observer.current = new ResizeObserver(() => setHeight(Math.ceil(body.scrollHeight)));
    observer.current.observe(body);
  };
  return (
    <iframe
      className={classes.frame}
      title={title || t("untitled")}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={content}
      style={{ height }}
      onLoad={follow}
    />
  );
}

/** The page's own fonts, which a document within it does not have by itself. */
function fontRules(): string {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map((rule) => rule.cssText)
    .join("");
}
