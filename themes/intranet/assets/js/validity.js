// Judges validity again on the reader's own day in Sweden, so that a page that was built before a document's last day
// still says that it has ended. Without scripts the dates stand at the top.
(function () {
  "use strict";
  const expired = document.body.dataset.expired;

  function judge() {
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
    for (const badge of document.querySelectorAll(".badge[data-until]")) {
      if (!/^(inForce|endsSoon)$/.test(badge.dataset.state) || badge.dataset.until >= today) continue;
      badge.dataset.state = "expired";
      badge.textContent = expired;
      if (!badge.closest("[data-head]")) continue;
      const whole = badge.closest("[data-document]");
      for (const note of whole.querySelectorAll("[data-expired-note]")) note.hidden = false;
      for (const note of whole.querySelectorAll("[data-state-note]")) note.hidden = true;
    }
  }

  judge();
  addEventListener("beforeprint", judge);
  document.addEventListener("visibilitychange", judge);
})();
