/* Quotes the words that a reader has marked in the report of a wrong translation. */
(() => {
  let marked = "";
  document.addEventListener("selectionchange", () => {
    marked = [...String(getSelection()).trim().replace(/\s+/g, " ")].slice(0, 300).join("") || marked;
  });
  for (const link of document.querySelectorAll(".report")) {
    const address = link.href;
    link.addEventListener("click", () => {
      if (marked) link.href = address.replace("%3E%20%E2%80%A6", encodeURIComponent("> " + marked));
    });
  }
})();
