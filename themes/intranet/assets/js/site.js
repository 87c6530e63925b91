// What every page has: menu, appearance. All of it is extra; the pages work without.
(function () {
  "use strict";
  const page = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);

  function store(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (error) {
      // Storage is closed: the choice holds for this page.
    }
  }

  // The menu's own page.
  const here = location.href.split(/[?#]/)[0];
  for (const link of all(".menu a")) if (link.href === here) link.setAttribute("aria-current", "page");

  // The menu on a phone closes as readers expect.
  const menu = document.querySelector("[data-menu]");
  if (menu) {
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  // What is folded on a phone is unfolded where there is room beside.
  const wide = matchMedia("(min-width: 64rem)");
  const unfold = () => {
    for (const panel of all(".fold")) {
      if (wide.matches) panel.open = true;
      // What cannot be folded is no stop on the keyboard's way.
      panel.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
    }
  };
  unfold();
  wide.addEventListener("change", unfold);

  for (const choice of all("[data-scheme-switch] input")) {
    choice.checked = choice.value === (page.dataset.scheme || "");
    choice.addEventListener("change", () => {
      if (choice.value) page.dataset.scheme = choice.value;
      else delete page.dataset.scheme;
      store("rutin:scheme", choice.value);
    });
  }

  // A checklist in running text leads to the page where it can be worked through.
  for (const list of all(".text .checklist[data-checklist]")) {
    const link = document.querySelector('.open-checklists a[href$="--' + CSS.escape(list.dataset.checklist) + '.html"]');
    if (!link) continue;
    const copy = link.cloneNode();
    copy.className = "button no-print";
    copy.textContent = document.querySelector(".open-checklists").dataset.open;
    list.append(copy);
  }

  // A table that fits needs no stop on the keyboard's way.
  const tables = all("div.table, .register-scroll, .scroll");
  const measure = () => {
    for (const table of tables) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  };
  measure();
  addEventListener("resize", measure);
})();
