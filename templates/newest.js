/* Adds the newest headlines to the page of an article, which itself stays as it is when others come. */
(() => {
  const box = document.getElementById("latest");
  if (!box) return;
  const list = document.createElement("ul");
  list.className = "headlines";
  for (const [path, title, lang, dir, mark] of {{ items }}) {
    if (path === box.dataset.page || list.children.length === {{ most }}) continue;
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = box.dataset.root + path;
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
