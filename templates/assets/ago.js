/* "4 months ago" beside the dates of the element before the script, by the reader's clock. It runs before anything below
   it is drawn: nothing moves. */
(s => {
const now = new Date, day = t => new Date(t).setHours(0, 0, 0, 0) / 864e5
for (const e of s.previousElementSibling.querySelectorAll("time")) {
const t = new Date(e.dateTime + (e.dateTime[10] ? "" : "T00:00")), h = (now - t) / 36e5, d = Math.round(day(now) - day(t))
const [n, unit] = d > 365 ? [d / 365.25, "year"] : d > 30 ? [d / 30.5, "month"] : d || !e.dateTime[10] ? [d, "day"] : [h, "hour"]
if (h >= 0) e.after(" ", Object.assign(document.createElement("span"), {className: "ago", textContent: `(${new Intl.RelativeTimeFormat(s.dataset.locale, {numeric: d < 2 ? "auto" : "always"}).format(-Math.max(n | 0, d > 30), unit)})`}))
}
})(document.currentScript)
