import { describe, expect, it } from "vitest";
import { isFormatted, letterDocument, remoteImages } from "./letter-document";

describe("a foreign letter", () => {
  it("loses what runs, posts, frames or restyles", () => {
    const page = letterDocument(
      `<script>alert(1)</script><style>body{display:none}</style><form action="https://evil.example">
       <input name="password"></form><iframe src="https://evil.example"></iframe>
       <p onclick="alert(1)">Добрый день</p><a href="javascript:alert(1)">сюда</a>`,
    );
    expect(page).toContain("Добрый день");
    expect(page).not.toMatch(/script|onclick|<form|<input|<iframe|display:none|evil\.example/);
  });

  it("calls nobody: no picture or background is fetched", () => {
    const page = letterDocument(
      `<img src="https://spy.example/pixel.gif"><img srcset="https://spy.example/2x.gif 2x">
       <div style="background:URL(https://spy.example/bg.png)">x</div>
       <table background="https://spy.example/t.png"><tr><td>y</td></tr></table>`,
    );
    expect(page).not.toContain("spy.example");
  });

  it("opens links beside the portal, and tells them nothing of it", () => {
    const page = letterDocument(`<a href="https://ladoga.example/offer">Предложение</a>`);
    expect(page).toContain('target="_blank"');
    expect(page).toContain('rel="noopener noreferrer nofollow"');
  });

  it("cannot lie over the page around it", () => {
    expect(letterDocument(`<div style="position:fixed;top:0">x</div>`)).not.toContain("fixed");
  });
});

describe("a letter's pictures", () => {
  const html = `<p>Схема:</p><img data-src="https://img.example/a.png" width="200">
    <img data-src="https://spy.example/p.gif" width="1" height="1"><img src="cid:logo">`;

  it("from elsewhere are links to be followed or not, those that only spy are nothing", () => {
    expect(remoteImages(html)).toBe(1);
    expect(letterDocument(html)).not.toMatch(/(img|spy)\.example/);
    const shown = letterDocument(html, { picture: "picture" });
    expect(shown).toContain('href="https://img.example/a.png"');
    expect(shown).toContain('rel="noopener noreferrer nofollow">[picture]</a>');
    expect(shown).not.toMatch(/src="http|spy\.example/);
  });

  it("of its own stand where it names them", () => {
    const inline = new Map([["logo", "https://bucket.example/logo"]]);
    expect(letterDocument(html, { inline })).toContain('src="https://bucket.example/logo"');
  });
});

it("keeps how a table is made, and no address that runs", () => {
  const page = letterDocument(
    `<table><tr><td colspan="2">x</td></tr></table><a href="JAVASCRIPT:alert(1)">a</a>
     <a href=" javascript:alert(1)">b</a><img src="data:text/html,x"><a href="vbscript:x">c</a>`,
  );
  expect(page).toContain('colspan="2"');
  expect(page).not.toMatch(/script:|text\/html/i);
});

it("shows a letter as it was made only where that says more", () => {
  expect(isFormatted("<p>Добрый день!</p><p>Анна</p>")).toBe(false);
  expect(isFormatted("<p>Да.</p><p>Анна:</p><blockquote><b>Когда?</b></blockquote>")).toBe(false);
  expect(isFormatted("<ul><li>один</li></ul>")).toBe(true);
  expect(isFormatted('<p><a href="https://a.example/kp">предложение</a></p>')).toBe(true);
});
