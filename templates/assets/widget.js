/* For other sites: shows the newest of a feed of this one (feed.json) in each element that names it in `data-nashra`.
   What stands in the element before stays where the feed cannot be had. Nothing of a feed is taken for markup. */
(() => {
  const STYLE =
    ":host{display:block}ul{list-style:none;margin:0;padding:0}li{margin:0 0 .6em;text-align:start}" +
    "a{color:inherit}strong,time{display:block;text-align:start}time{font-size:.85em;opacity:.75}";
  const safe = (address) => {
    try {
      return /^https?:$/.test(new URL(address).protocol) ? address : "";
    } catch {
      return "";
    }
  };
  const make = (parent, name, text) => {
    const made = parent.appendChild(document.createElement(name));
    made.dir = "auto";
    made.textContent = text;
    return made;
  };
  const link = (parent, address, text) => {
    const made = make(parent, "a", text);
    if (safe(address)) made.href = address;
    return made;
  };
  // That in which most titles begin: one may well begin with a name in other letters.
  const direction = (titles) => {
    const right = titles.filter((title) => /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(title));
    return right.length * 2 > titles.length ? "rtl" : "ltr";
  };
  const day = (moment, lang) => {
    try {
      return new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { dateStyle: "long" }).format(new Date(moment));
    } catch {
      return "";
    }
  };
  const show = (box, feed) => {
    const root = box.shadowRoot || box.attachShadow({ mode: "open" });
    if (root.adoptedStyleSheets) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    }
    const nav = document.createElement("nav");
    nav.lang = feed.language || "";
    nav.dir = direction(feed.items.map((item) => item.title));
    nav.setAttribute("aria-label", feed.title);
    link(make(nav, "strong", ""), feed.home_page_url, feed.title);
    const list = nav.appendChild(document.createElement("ul"));
    for (const item of feed.items.slice(0, Number(box.dataset.count) || 5)) {
      const line = list.appendChild(document.createElement("li"));
      link(line, item.url, item.title);
      const when = day(item.date_published, item.language || feed.language);
      if (when) make(line, "time", when).dateTime = item.date_published;
    }
    if (list.children.length) root.replaceChildren(nav);
  };
  const load = async (box) => {
    try {
      const answer = await fetch(box.dataset.nashra, { credentials: "omit" });
      if (answer.ok) show(box, await answer.json());
    } catch {
      // what stood there before is what readers have
    }
  };
  const start = () => document.querySelectorAll("[data-nashra]").forEach(load);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
