// What is new to the reader: changes that were not there when the list was last marked as read. Only on this device.
(function () {
  "use strict";
  const list = document.querySelector("[data-news]");
  const rows = [...list.querySelectorAll("[data-key]")];
  const status = document.querySelector("[data-news-status]");
  const button = document.querySelector("[data-news-read]");
  const role = document.querySelector("select[name=roller]");
  const read = "rutin:news:read";
  const kept = "rutin:news:role";

  function load(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch (error) {
      return null;
    }
  }

  function save(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch (error) {
      // Storage is closed: it holds while the page is open.
    }
  }

  function show(known) {
    let count = 0;
    for (const row of rows) {
      const isNew = known !== null && !known.includes(row.dataset.key);
      row.classList.toggle("is-new", isNew);
      row.querySelector("[data-new]").hidden = !isNew;
      if (isNew && !row.hidden) count += 1;
    }
    status.textContent = (known === null ? status.dataset.first : count ? status.dataset.some : status.dataset.none).replace("{antal}", count);
    button.hidden = known !== null && !rows.some((row) => row.classList.contains("is-new"));
  }

  let known = load(read);
  if (!Array.isArray(known)) known = null;
  if (role) {
    const chosen = load(kept);
    if (!role.value && [...role.options].some((option) => option.value === chosen)) {
      role.value = chosen;
      role.dispatchEvent(new Event("change", { bubbles: true }));
    }
    role.addEventListener("change", () => {
      save(kept, role.value);
      show(known);
    });
  }
  button.addEventListener("click", () => {
    known = rows.map((row) => row.dataset.key);
    save(read, known);
    show(known);
    status.focus();
  });
  show(known);
})();
