import { describe, expect, it } from "vitest";
import { letterDocument } from "./letter-document";

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
