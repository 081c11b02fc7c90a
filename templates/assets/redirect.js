/* Takes the #part of an old address along to the new one. */
if (location.hash) location.replace(document.querySelector("main a").href + location.hash);
