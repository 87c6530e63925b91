// Judges validity again on the reader's own day in Sweden, so that a page that was built before a document's last day
// still says that it has ended. Without scripts the dates stand at the top.
(function () {
  "use strict";
  const expired = document.body.dataset.expired;

  function judge() {
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Stockholm" });
    let isPageExpired = false;
    for (const badge of document.querySelectorAll(".badge[data-until]")) {
      if (!/^(inForce|endsSoon)$/.test(badge.dataset.state) || badge.dataset.until >= today) continue;
      badge.dataset.state = "expired";
      badge.textContent = expired;
      if (badge.closest(".routine-head")) isPageExpired = true;
    }
    if (!isPageExpired) return;
    for (const note of document.querySelectorAll("[data-expired-note]")) note.hidden = false;
    for (const note of document.querySelectorAll("[data-state-note]")) note.hidden = true;
  }

  judge();
  addEventListener("beforeprint", judge);
  document.addEventListener("visibilitychange", judge);
})();
