#!/usr/bin/env bash
# Brings the programs that tests need and pip cannot give: Chromium, Java, the Nu Html Checker and axe-core, the checker
# of accessibility, for pages; sfeed, newsboat and rss-parser, three feed readers, for feeds; EPUBCheck and zim-tools, for
# archives; the examples of CommonMark, for the grammar; Apertium, for translations with real words.
# What cannot be had is said aloud; the tests then skip what needs it, or fail when CI=true.
set -u
cd "$(dirname "$0")/.." || exit 1

VNU_VERSION=26.9.27
AXE_VERSION=4.14.1
COMMONMARK_VERSION=0.31.2
RSS_PARSER_VERSION=3.13.0

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
  else return 1; fi
}

wanted=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
  || wanted+=(chromium)
fc-list :lang=ar 2>/dev/null | grep -qi naskh || wanted+=(fonts-noto-core)
# Pillow shapes Arabic with it; most systems have it for other programs.
/sbin/ldconfig -p 2>/dev/null | grep -q 'libfribidi\.so\.0' || wanted+=(libfribidi0)
# Playwright's driver is a Node.js that links to it; a small Debian has none.
/sbin/ldconfig -p 2>/dev/null | grep -q 'libatomic\.so\.1' || wanted+=(libatomic1)
command -v java >/dev/null || wanted+=(default-jre-headless)
command -v sfeed >/dev/null || wanted+=(sfeed)
command -v newsboat >/dev/null || wanted+=(newsboat)
[ -f /usr/share/java/epubcheck.jar ] || wanted+=(epubcheck)
command -v zimcheck >/dev/null || wanted+=(zim-tools)
{ command -v apertium >/dev/null && [ "$(apertium -l | grep -cE '^ *(fr-es|spa-eng)$')" = 2 ]; } \
  || wanted+=(apertium apertium-fr-es apertium-eng-spa)
command -v npm >/dev/null \
  || { [ -f .tools/vnu.jar ] && [ -f .tools/axe.min.js ] && [ -f .tools/commonmark-spec.txt ] && [ -d .tools/node_modules/rss-parser ]; } || wanted+=(npm)
if [ ${#wanted[@]} -gt 0 ]; then
  echo "installing for the tests: ${wanted[*]}"
  if command -v apt-get >/dev/null; then
    install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1; }
    if ! as_root apt-get update -qq >/dev/null 2>&1; then
      echo "could not install them (no root rights, or no network)"
    elif ! install "${wanted[@]}"; then
      # one that cannot be had keeps the others from being installed
      for each in "${wanted[@]}"; do install "$each" || echo "could not install $each"; done
    fi
  else
    echo "there is no apt here: install them by hand"
  fi
fi

# from_npm PACKAGE VERSION PATH FILE WHAT: takes one file out of an npm package into .tools/.
from_npm() {
  [ -f ".tools/$4" ] && return
  command -v npm >/dev/null || return
  mkdir -p .tools
  if (cd .tools && npm pack --silent "$1@$2" >/dev/null 2>&1 && tar -xzf "$1-$2.tgz" "package/$3" \
      && mv "package/$3" "$4"); then :; else echo "$5 could not be fetched"; fi
  rm -rf .tools/package ".tools/$1-$2.tgz"
}

from_npm vnu-jar "$VNU_VERSION" build/dist/vnu.jar vnu.jar "the Nu Html Checker"
from_npm axe-core "$AXE_VERSION" axe.min.js axe.min.js axe-core
from_npm commonmark-spec "$COMMONMARK_VERSION" spec.txt commonmark-spec.txt "the examples of CommonMark"
# rss-parser has dependencies, so npm has to lay it out
if [ ! -d .tools/node_modules/rss-parser ] && command -v npm >/dev/null; then
  mkdir -p .tools
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix .tools "rss-parser@$RSS_PARSER_VERSION" \
    >/dev/null 2>&1 || echo "rss-parser could not be fetched"
fi
exit 0
