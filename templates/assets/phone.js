/* Each page on the reader's device: its language is remembered for the root page, editions are kept for times without a
   network, pages are passed on, and the cards of names stand at the names. */
(({ dataset: { root, manifest } }, page) => {
const all = (what) => page.querySelectorAll(what)
const site = new URL(root, location).href, { lang, dir, clientWidth } = page.documentElement

// From elsewhere, the root page sends on to the language of the last page that was read.
try {
  const front = all(".chooser a[hreflang]"), last = localStorage[site]
  if (!front.length) localStorage[site] = lang
  else if (last && !page.referrer.startsWith(site)) for (const each of front) if (each.hreflang == last) location.replace(each.href)
} catch {}

const { serviceWorker, connection } = navigator
if (manifest && serviceWorker && /^http/.test(location.protocol)) {
  page.head.append(Object.assign(page.createElement("link"), { rel: "manifest", href: manifest }))
  addEventListener("load", () => serviceWorker.register(root + "sw.js").then(() => serviceWorker.ready).then(({ active }) =>
    connection?.saveData || active.postMessage({ lang, shown: [location.href, ...[...page.images].map((each) => each.currentSrc)] })).catch(() => {}))
}

for (const button of navigator.share ? all(".share") : []) {
  button.hidden = false
  button.onclick = () => navigator.share({ title: page.title, url: button.value }).catch(() => {})
}

const card = Object.assign(page.createElement("p"), { id: "card", className: "card", role: "tooltip" })
let shown, timer, touch
const hide = () => {
  card.remove()
  shown?.removeAttribute("aria-describedby")
  shown = null
}
const leave = () => timer = setTimeout(hide, 300)
const show = (name, words) => {
  hide()
  stay()
  shown = name
  name.setAttribute("aria-describedby", card.id)
  card.textContent = words
  page.body.append(card)
  const { left, right, bottom } = name.getClientRects()[0], width = card.offsetWidth
  card.style.top = bottom + scrollY + "px"
  card.style.left = Math.max(0, Math.min(dir == "rtl" ? right - width : left, clientWidth - width)) + "px"
}
const stay = () => clearTimeout(timer)
card.onpointerenter = stay
card.onpointerleave = leave
addEventListener("keydown", ({ key }) => key == "Escape" && hide())
addEventListener("pointerdown", ({ pointerType, target }) => {
  touch = pointerType == "touch"
  if (shown && target != card && !shown.contains(target)) hide()
})
// A first touch shows the card, a second one follows the link.
for (const name of all("[data-card]")) {
  const words = name.dataset.card
  delete name.dataset.card
  name.onpointerenter = ({ pointerType }) => pointerType == "mouse" && show(name, words)
  name.onfocus = () => name.matches(":focus-visible") && show(name, words)
  name.onpointerleave = name.onblur = leave
  name.onclick = (event) => {
    if (!touch || shown == name) return
    event.preventDefault()
    show(name, words)
  }
}
})(document.currentScript, document)
