{# Adds the newest headlines to the page of an article, which itself stays as it is when others come: those that the
   page does not show already. #}
(() => {
  const box = document.getElementById("latest");
  if (!box) return;
  const list = document.createElement("ul");
  list.className = "headlines";
  const shown = new Set([...document.querySelectorAll(".related li a, .neighbours a")].map((link) => link.href));
  for (const [path, title, lang, dir, mark] of {{ items }}) {
    const { href } = new URL(box.dataset.root + path, location);
    if (path === box.dataset.page || shown.has(href) || list.children.length === {{ most }}) continue;
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = href;
    if (!mark) {
      link.textContent = title;
      continue;
    }
    const text = link.appendChild(document.createElement("bdi"));
    text.textContent = title;
    link.hreflang = text.lang = lang;
    text.dir = dir;
    const note = document.createElement("span");
    note.className = "mark";
    note.textContent = mark;
    item.append(" ", note);
  }
  if (list.children.length) box.append(list);
})();
