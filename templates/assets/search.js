// The page of search. Its index lies in small scripts, so it works from the disk too.
(() => {
const $ = (id) => document.getElementById(id);
const { lang, tag, root, per, languages, texts, first, questions, rules } = JSON.parse($("search-data").textContent);

// Words and their forms, as in render/search/words.py, by the same table.
const pattern = (text, flags = "gu") => RegExp(text.replace(/@/g, "[\\p{L}\\p{N}]"), flags);
const [WORD, RUN, KEPT, APOSTROPHE, ARTICLE, YAA] =
  ["word", "run", "kept", "apostrophe", "article", "yaa"].map((key) => pattern(rules[key]));
const CUTS = rules.cuts.map((each) => pattern(each));
const OTHERS = rules.others.map((each) => pattern(each, "u"));
const PLURALS = new Map(Object.entries(rules.plurals));
const SPELLED = rules.spelled.map(([wrong, right]) => [pattern(wrong), right]);

const bare = (token) => {
  let word = token.replace(APOSTROPHE, "'").normalize("NFKD").toLowerCase().match(KEPT) || [];
  word = [...word.join("")].map((letter) => rules.letters[letter] || letter).join("").normalize("NFC");
  for (const cut of CUTS) word = word.replace(cut, "");
  const found = [word, ...OTHERS.map((other) => (word.match(other) || [])[1])].filter(Boolean)
    .map((form) => form.replace(ARTICLE, "").replace(YAA, (all, kept) => kept || "ي"));
  return [...found, ...found.map((form) => PLURALS.get(form)).filter(Boolean)];
};

const forms = (token) => {
  const other = SPELLED.reduce((text, pair) => text.replace(...pair), token);
  return [...bare(token), ...other === token ? [] : bare(other)];
};

const tokens = (text) => [...text.matchAll(WORD)].flatMap((word) =>
  [...word[0].matchAll(RUN)].map((run) => [word.index + run.index, run[0]]));

// The files of the index, each loaded once.
const files = {}, arrivals = {};
const load = (code, name) => {
  name = `${code}/search/${name}`;
  return files[name] = files[name] || new Promise((resolve, reject) => {
    arrivals[name] = resolve;
    document.head.append(make("script", { src: `${root}${name}.js`, onerror: () => reject(delete files[name]) }));
  });
};
window.nashraSearch = (name, value) => arrivals[name](value);

// Reads postings (postings.py): take(number of an article, weight of the place).
const decode = (codes, take) => {
  let number = 0, value = 0, scale = 1;
  for (const each of codes) {
    const code = each.charCodeAt(), digit = code - 33 - (code > 34) - (code > 92);
    value += digit % 46 * scale;
    scale *= 46;
    if (digit > 45) continue;
    take(number += value >> 2, 8 >> (value & 3));
    value = 0;
    scale = 1;
  }
};

// Whether one letter more, less, other or exchanged makes `a` of `b`.
const near = (a, b) => {
  let at = 0;
  while (a[at] && a[at] === b[at]) at++;
  const same = (m, n) => a.slice(at + m) === b.slice(at + n);
  return same(1, 1) || same(1, 0) || same(0, 1) || a[at] === b[at + 1] && a[at + 1] === b[at] && same(2, 2);
};

// Adds to `found` (number -> score) the articles with `word`; if `open`, a word that begins with it; if `typo`, one that
// is nearly it: where the index is large, with its first letter.
const look = async (code, word, open, worth, found, typo) => {
  const starts = await load(code, "index"), head = !typo ? word : starts[12] ? word[0] : "";
  let first = 0;
  while (starts[first + 1] <= head) first++;
  let last = first + 1;
  while ((typo || open && last < first + 3) && starts[last] && starts[last].startsWith(head)) last++;
  const names = [...starts.keys()].slice(first, last).map((number) => `words-${number}`);
  for (const text of await Promise.all(names.map((name) => load(code, name)))) {
    text.split(" ").forEach((part, at, parts) => {
      if (at % 2 || (typo ? !near(part, word) : open ? !part.startsWith(word) : part !== word)) return;
      if (typo) wanted.add(part);
      const factor = part === word ? worth : worth * 0.75;
      decode(parts[at + 1], (number, weight) => found.set(number, Math.max(found.get(number) || 0, weight * factor)));
    });
  }
  return found;
};

const match = async (code, word, open) => {
  const [own, ...others] = word, found = await look(code, own, open && own[1], 1, new Map());
  for (const other of others) await look(code, other, open && !found.size && other[1], 0.5, found);
  if (word.long && !found.size) await look(code, own, 0, 0.5, found, 1);
  return found;
};

// The articles in one language with `least` of the words that pass all filters, by number.
const search = async (code, query, open, filters, least) => {
  const last = open && query[query.length - 1], found = {};
  const sets = await Promise.all([...filters, ...query].map((each) => match(code, each, each === last)));
  for (const number of new Set(sets.flatMap((set) => [...set.keys()]))) {
    const has = sets.filter((set, at) => set.has(number) || at < filters.length);
    const score = has.reduce((sum, set) => sum + 8 + set.get(number) / set.size, 0);
    if (score && has.length >= filters.length + least) found[number] = { code, number, score }; // NaN: filtered
  }
  return found;
};

const form = $("search"), field = form.elements, list = $("results"), more = $("more");
const dates = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
let turn = 0, wanted, start, found, shown, pause, wait;

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const say = (text) => { $("found").textContent = text; };

const marked = (text) => {
  const parts = [];
  let done = 0;
  for (const [at, token] of tokens(text)) {
    if (!forms(token).some((each) => wanted.has(each) || start[1] && each.startsWith(start))) continue;
    parts.push(text.slice(done, at), make("mark", {}, token));
    done = at + token.length;
  }
  return [...parts, text.slice(done)];
};

const item = (code, [title, path, day, snippet, machine, picture]) => {
  const { dir, label } = languages[code];
  const date = make("span", {}, make("time", { dateTime: day }, dates.format(new Date(day)).replace(/^1(?= )/, "1" + first)));
  const badges = [code !== lang && label, machine && texts.machine].filter(Boolean);
  const href = `${root}${code}/${encodeURI(path)}.html`, link = make("a", { href }, ...marked(title));
  return make("li", { className: "item" }, make("article", {},
    make("p", { className: "meta" }, date, ...badges.flatMap((badge) => [" ", make("span", { className: "mark" }, badge)])),
    picture ? make("a", { className: "picture", href, tabIndex: -1, ariaHidden: "true" },
      make("img", { src: root + picture, alt: "", width: 480, height: 320 })) : "",
    make("div", { className: "words", lang: code, dir }, make("h2", {}, link), make("p", {}, ...marked(snippet)))));
};

const show = async () => {
  const now = turn, part = found.slice(shown, shown + 20);
  const shelves = await Promise.all(part.map((one) => load(one.code, `articles-${one.number / per | 0}`)));
  if (now !== turn) return;
  const items = part.map((one, at) => item(one.code, shelves[at][one.number % per]));
  if (!shown) list.textContent = "";
  list.append(...items);
  shown += items.length;
  more.hidden = !found[shown];
  return items[0];
};

const run = async () => {
  const now = ++turn, text = field.q.value, open = !/\s$/.test(text);
  let query = tokens(text).map((pair) => Object.assign(forms(pair[1]), { long: /^\D{5}/.test(pair[1]) }));
  query = query.filter((each) => each[0]);
  const telling = query.filter((each) => !questions.includes(each[0]));
  query = (telling[0] ? telling : query).slice(0, 10);
  const values = new URLSearchParams([...new FormData(form)].filter((pair) => pair[1]));
  try {
    history.replaceState(0, "", "?" + values);
  } catch {} // some browsers keep the addresses of files
  const where = values.get("in") || lang;
  values.delete("in");
  for (const link of document.querySelectorAll(".languages a")) link.search = values;
  values.delete("q");
  const filters = [...values].map((pair) => [`=${pair.join("=")}`]), idle = !query[0] && !filters[0];
  wanted = new Set(query.flat());
  [start] = open && query[query.length - 1] || [""];
  clearTimeout(wait);
  wait = setTimeout(say, 400, texts.searching);
  try {
    const codes = Object.keys(languages).filter((code) => !idle && (where === "all" || code === where));
    // of several languages the reader's own is shown
    const ask = async (least) => Object.values(Object.assign({}, ...(await Promise.all(codes.map((code) =>
      search(code, query, open, filters, least)))).reverse())).sort((a, b) => b.score - a.score || b.number - a.number);
    let all = await ask(query.length), some = "";
    if (!all[0] && query[1] && (all = await ask(query.length / 2))[0]) some = texts.some;
    if (now !== turn) return;
    found = all;
    shown = 0;
    await show();
    const count = found.length, text = count ? texts.counts[new Intl.PluralRules(tag).select(count)] : texts.none;
    say(idle ? "" : some + text.replace("%n", count.toLocaleString(tag)));
  } catch {
    say(texts.failed);
  }
  clearTimeout(wait);
};

form.oninput = form.onsubmit = (event) => {
  event.preventDefault();
  clearTimeout(pause);
  pause = setTimeout(run, 200);
};
more.onclick = async () => (await show()).querySelector("a").focus();

const asked = new URLSearchParams(location.search);
for (const control of field) {
  const value = control.name && asked.get(control.name);
  if (value) control.value = value;
  if (value && control.add && control.value !== value) control.add(new Option(value, value, true, true));
}
form.hidden = false;
run();
})();
