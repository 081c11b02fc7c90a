/* Takes the #part of an old address along to the new one; leads on from an address of the front door that asks for a text
   by its number, "?p=12", as another system had them. */
const asked = "asked" in document.currentScript.dataset && /[?&](\w+)=([\w-]{1,60})/.exec(location.search);
if (asked) location.replace(`asked/${asked[1]}-${asked[2]}/`);
else if (location.hash && document.querySelector("main.chooser > section > p > a")) location.replace(document.querySelector("main a").href + location.hash);
