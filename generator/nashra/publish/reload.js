// The local preview's half in the browser. It listens for changes, reloads the page or its style sheets, and shows
// why the last build failed (a dialog) or what it left out (a bar). Its texts are for editors and in English.
(() => {
  "use strict";
  const self = document.currentScript;
  const { base, pages } = self.dataset;
  let { style } = self.dataset;
  const PLACE = "nashra-preview-scroll", DISMISSED = "nashra-preview-dismissed";
  const CLOSED = "nashra-preview-closed";
  const LOST = 1000; // milliseconds until a stream that the browser has given up is opened again
  let source, retry, leaving = false;

  // Storage may be forbidden; then a reload starts at the top and a bar comes back.
  const recall = (key) => { try { return sessionStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* forbidden */ } };

  const went = JSON.parse(recall(PLACE) || "null");
  if (went && went.address === location.href) {
    const restore = () => scrollTo({ left: went.left, top: went.top, behavior: "instant" });
    restore();
    addEventListener("load", restore, { once: true });
  }
  remember(PLACE, "null");

  function reload(newBase) {
    leaving = true;
    disconnect();
    const path = location.pathname;
    if (newBase !== base && path.startsWith(base)) {
      location.replace(newBase + path.slice(base.length) + location.search + location.hash);
      return;
    }
    remember(PLACE, JSON.stringify({ address: location.href, left: scrollX, top: scrollY }));
    location.reload();
  }

  // The new sheet is loaded beside the old one, so that the page is never without.
  function restyle(name) {
    style = name;
    for (const old of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set("preview", name);
      const fresh = old.cloneNode();
      fresh.href = address.href;
      fresh.onload = fresh.onerror = () => old.remove();
      old.after(fresh);
    }
  }

  function take(state) {
    if (leaving) return;
    const linked = document.querySelector('link[rel~="stylesheet"]');
    if (state.pages !== pages || state.base !== base || (state.style !== style && !linked)) return reload(state.base);
    if (state.style !== style) restyle(state.style);
    showErrors(state.errors, state.build);
    showProblems(state.errors.length ? [] : state.problems, state.count);
  }

  function connect() {
    disconnect();
    source = new EventSource(`${base}.nashra/events`);
    source.onmessage = (event) => take(JSON.parse(event.data));
    source.onerror = () => {
      if (source && source.readyState === EventSource.CLOSED) {
        disconnect();
        retry = setTimeout(connect, LOST);
      }
    };
  }

  function disconnect() {
    clearTimeout(retry);
    if (source) source.close();
    source = null;
  }

  // Browsers open six connections to a server; pages that nobody sees give theirs back, and ask again when seen.
  const follow = () => (document.visibilityState === "visible" ? connect() : disconnect());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => { if (event.persisted) follow(); });

  // In a shadow tree, where the site's styles do not reach.
  const STYLE = `
    :host { all: initial; color-scheme: light dark; }
    * { box-sizing: border-box; }
    dialog, aside { color: CanvasText; background: Canvas; font: 1rem/1.5 system-ui, sans-serif; }
    dialog { inline-size: min(46rem, 94vw); max-block-size: 88vh; overflow: auto; padding: 1.5rem;
      border: 0; border-block-start: 0.5rem solid #b3261e; border-radius: 0.25rem; }
    dialog::backdrop { background: rgb(0 0 0 / 0.6); }
    h1 { margin: 0 0 0.75rem; font-size: 1.25rem; }
    ul { margin: 0 0 1rem; padding: 0; list-style: none; }
    li { margin-block-end: 0.75rem; }
    p { margin: 0; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
    code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
    .hint { opacity: 0.8; }
    button { font: inherit; padding: 0.25rem 1rem; }
    aside { position: fixed; z-index: 2147483647; inset-inline: 0; inset-block-end: 0; padding: 0.5rem 1rem;
      border-block-start: 0.25rem solid #b26a00; display: flex; gap: 1rem; align-items: start;
      max-block-size: 50vh; overflow: auto; }
    details { flex: 1; }
    details ul { margin-block: 0.5rem 0; }
    summary { cursor: pointer; }`;
  let shadow;

  function make(name, text, attributes) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    return element;
  }

  function root() {
    if (!shadow) {
      const host = make("nashra-preview", "", { lang: "en", dir: "ltr" });
      document.body.append(host);
      shadow = host.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
    }
    return shadow;
  }

  // Messages quote the content: each finds its own direction.
  function list(problems) {
    const rows = make("ul");
    for (const { place, message, hint } of problems) {
      const row = make("li");
      if (place) {
        const code = make("code");
        code.append(make("bdi", place));
        row.append(code);
      }
      row.append(make("p", message, { dir: "auto" }));
      if (hint) row.append(make("p", hint, { dir: "auto", class: "hint" }));
      rows.append(row);
    }
    return rows;
  }

  function remove(name) {
    const old = shadow && shadow.querySelector(name);
    if (old) old.remove();
  }

  function showErrors(errors, build) {
    remove("dialog");
    if (!errors.length || recall(CLOSED) === build) return;
    const dialog = make("dialog", "", { "aria-labelledby": "title" });
    const close = make("button", "Close", { type: "button" });
    close.onclick = () => dialog.close();
    dialog.onclose = () => remember(CLOSED, build);
    dialog.append(make("h1", "The site cannot be built", { id: "title" }), list(errors));
    const next = pages
      ? "Until it is corrected, the last good version stays; then this goes away by itself."
      : "Save a correction, and the site appears here by itself.";
    dialog.append(make("p", next), make("br"), close);
    root().append(dialog);
    dialog.showModal();
  }

  function showProblems(problems, count) {
    remove("aside");
    const key = JSON.stringify(problems);
    if (!problems.length || recall(DISMISSED) === key) return;
    const bar = make("aside", "", { "aria-label": "Problems of the preview" });
    const details = make("details");
    details.append(make("summary", `${count} ${count === 1 ? "problem" : "problems"}: what is faulty is left out`));
    details.append(list(problems));
    const close = make("button", "Dismiss", { type: "button" });
    close.onclick = () => { remember(DISMISSED, key); bar.remove(); };
    bar.append(details, close);
    root().append(bar);
  }

  follow();
})();
