// What only the moment of printing knows: the day, the line at the foot of each sheet, and what must be unfolded.
(function () {
  "use strict";
  const sheet = new CSSStyleSheet();
  let closed = [];

  const quoted = (text) => '"' + text.replace(/[\n"\\<>]/g, (sign) => "\\" + sign.codePointAt(0).toString(16) + " ") + '"';

  addEventListener("beforeprint", () => {
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
    for (const place of document.querySelectorAll("[data-today]")) place.textContent = today;
    const stamp = document.querySelector("[data-stamp]")?.dataset.stamp ?? document.title.replace(/ – [^–]*$/, "") + ", ";
    const line = document.body.dataset.copy.replace("{stamp}", stamp).replace("{datum}", today);
    sheet.replaceSync("@page { @bottom-left { content: " + quoted(line) + "; } }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => other !== sheet), sheet];
    closed = [...document.querySelectorAll("main details:not([open])")];
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });

  for (const button of document.querySelectorAll("[data-print-button]")) button.addEventListener("click", () => print());
})();
