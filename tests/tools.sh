#!/usr/bin/env bash
# Brings the programs that the browser and markup tests need and pip cannot give: Chromium, Java and the Nu Html Checker.
# What cannot be had is said aloud; the tests then skip what needs it, or fail when CI=true.
set -u
cd "$(dirname "$0")/.." || exit 1

VNU_VERSION=26.9.27

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
  else return 1; fi
}

wanted=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
  || wanted+=(chromium)
fc-list :lang=ar 2>/dev/null | grep -qi naskh || wanted+=(fonts-noto-core)
# Playwright's driver is a Node.js that links to it; a small Debian has none.
/sbin/ldconfig -p 2>/dev/null | grep -q 'libatomic\.so\.1' || wanted+=(libatomic1)
command -v java >/dev/null || wanted+=(default-jre-headless)
command -v npm >/dev/null || [ -f .tools/vnu.jar ] || wanted+=(npm)
if [ ${#wanted[@]} -gt 0 ]; then
  echo "installing for the tests: ${wanted[*]}"
  if command -v apt-get >/dev/null; then
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends "${wanted[@]}"; } >/dev/null 2>&1 \
      || echo "could not install them (no root rights, or no network)"
  else
    echo "there is no apt here: install them by hand"
  fi
fi

if [ ! -f .tools/vnu.jar ] && command -v npm >/dev/null; then
  mkdir -p .tools
  if (cd .tools && npm pack --silent "vnu-jar@$VNU_VERSION" >/dev/null 2>&1 \
      && tar -xzf "vnu-jar-$VNU_VERSION.tgz" package/build/dist/vnu.jar \
      && mv package/build/dist/vnu.jar vnu.jar); then :; else echo "the Nu Html Checker could not be fetched"; fi
  rm -rf .tools/package ".tools/vnu-jar-$VNU_VERSION.tgz"
fi
exit 0
