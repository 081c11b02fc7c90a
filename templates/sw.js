/* Keeps the newest editions for readers without a network. What the network gives always goes first; what was kept says
   of when it is. */
{% if not kept %}
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(
  caches.delete("nashra " + registration.scope).then(() => registration.unregister())));
{% else %}
const KEPT = {{ kept }};
const TEXTS = {{ texts }};
const NAME = "nashra " + registration.scope, MOST = 150, HOUR = 36e5, PATIENCE = 5000;
const NONE = '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>';
const TYPES = ["document", "style", "script", "font", "image"];

const key = (path) => new URL(path, registration.scope).href.split(/[?#]/)[0].replace(/\/index\.html$/, "/");

const put = async (url, response) => {
  if (response.status !== 200 || response.type !== "basic") return;
  const headers = new Headers(response.headers);
  headers.set("x-kept", Date.now());
  const cache = await caches.open(NAME);
  await cache.put(key(url), new Response(await response.blob(), { headers }));
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - MOST))) await cache.delete(old);
};

// All that a language keeps, once an hour; a network that fails in between is asked again with the next page.
const keep = async ({ lang, shown }) => {
  const cache = await caches.open(NAME), mark = registration.scope + "?" + lang;
  const last = await cache.match(mark);
  const [list, at] = last ? await last.json() : [];
  const wanted = KEPT[lang] || [], fresh = list === wanted.join() && Date.now() - at < HOUR;
  for (const path of fresh ? [] : wanted) await put(path, await fetch(key(path), { cache: "no-cache" }));
  if (!fresh) await cache.put(mark, new Response(JSON.stringify([wanted.join(), Date.now()])));
  // what the reader sees came before this program could keep it: the browser has it still
  for (const url of shown) if (url.startsWith(registration.scope) && !await cache.match(key(url))) await put(url, await fetch(url));
};

const words = (url, html) => {
  const lang = (/<html lang="([^"]+)"/.exec(html) || [])[1] || url.slice(registration.scope.length).split("/")[0];
  return TEXTS[lang] || Object.values(TEXTS)[0];
};

const dated = async (url, kept) => {
  const html = await kept.text(), { tag, old } = words(url, html);
  const at = new Date(+kept.headers.get("x-kept"));
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeStyle: "short" }).format(at);
  const time = `<time datetime="${at.toISOString()}">${day}</time>`;
  const note = `<p class="notice" role="status">${old.replace("{date}", time)}</p>`;
  return new Response(html.replace(/<main\b/, (main) => note + main), { headers: kept.headers });
};

const missing = (url) => {
  const { lang, dir, none, home, path } = words(url, "");
  const html = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${none}</title>
<link rel="stylesheet" href="${key("{{ style }}")}">
<main class="chooser"><section><h1>${none}</h1><p><a href="${key(path)}">${home}</a></p></section></main>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
};

const answer = async (request, network) => {
  const kept = await (await caches.open(NAME)).match(key(request.url));
  const late = new Promise((done) => kept && setTimeout(done, PATIENCE));
  const response = await Promise.race([network, late]).catch(() => {});
  if (response) return response;
  // a picture that was never seen leaves its place empty, without a sign of something broken
  if (request.destination === "image" && !kept) return new Response(NONE, { headers: { "content-type": "image/svg+xml" } });
  if (request.destination !== "document") return kept || Response.error();
  return kept ? dated(request.url, kept) : missing(request.url);
};

addEventListener("install", () => skipWaiting());
addEventListener("message", (event) => event.waitUntil(keep(event.data).catch(() => {})));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  if (!TYPES.includes(request.destination)) return;
  const network = fetch(request);
  event.waitUntil(network.then((response) => put(request.url, response.clone())).catch(() => {}));
  event.respondWith(answer(request, network));
});
{% endif %}
