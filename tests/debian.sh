#!/usr/bin/env bash
# Tries the README's two commands on fresh Debians, each made by debootstrap in a folder of its own:
#
#   sudo bash tests/debian.sh                         # bookworm, trixie and sid, `make site` and `make test`
#   sudo bash tests/debian.sh trixie -- make site     # one of them, one command
#
# What is committed in this checkout is tried. Needs root and debootstrap (apt install debootstrap), 3 GB of disk for each
# release, and the network. The folders are made below ${DEBIAN_ROOTS:-$TMPDIR or /tmp} and removed afterwards; KEEP=1 keeps
# them, and a later run then begins where they are.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
releases=() command=()
while [ $# -gt 0 ]; do
  if [ "$1" = "--" ]; then
    shift
    command=("$@")
    break
  fi
  releases+=("$1")
  shift
done
[ ${#releases[@]} -gt 0 ] || releases=(bookworm trixie sid)
[ "$(id -u)" = 0 ] || { echo "debian.sh: making a Debian needs root: sudo bash tests/debian.sh"; exit 2; }
command -v debootstrap >/dev/null || { echo "debian.sh: apt install debootstrap"; exit 2; }
roots=${DEBIAN_ROOTS:-${TMPDIR:-/tmp}}

release_mounts() {
  local path
  for path in dev/pts dev/shm dev proc; do
    if mountpoint -q "$1/$path"; then umount "$1/$path" || umount -l "$1/$path"; fi
  done
}

current=""
clean_up() {
  [ -n "$current" ] || return
  release_mounts "$current"
  # Never remove a folder with the host's /dev or /proc still in it.
  if [ -z "${KEEP:-}" ] && ! grep -q " $current/" /proc/mounts; then rm -rf "$current"; fi
  current=""
}
trap clean_up EXIT
trap 'exit 130' INT TERM

try() {
  local release=$1 root=$roots/nashra-$1 status=0
  current=$root
  if [ ! -f "$root/etc/debian_version" ]; then
    debootstrap --variant=minbase --include=ca-certificates,git,make,python3,python3-venv "$release" "$root" >"$root.log" 2>&1 \
      || { echo "$release: debootstrap failed, see $root.log"; return 1; }
    rm -f "$root.log"
  fi
  # A network that is reached through an authority or a resolver of its own is reached so from inside too.
  cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null
  [ -f /etc/ssl/certs/ca-certificates.crt ] && cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  # A mirror that keeps the state of some day says after a while that it is too old.
  echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/99nashra"
  mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
  mountpoint -q "$root/dev" || mount --bind /dev "$root/dev"
  # Where the host shares its mounts, as systemd does, what is mounted in here would be mounted over its own /dev too.
  mount --make-private "$root/dev"
  mkdir -p "$root/dev/pts" "$root/dev/shm"
  mountpoint -q "$root/dev/pts" || mount --bind /dev/pts "$root/dev/pts"
  mountpoint -q "$root/dev/shm" || mount -t tmpfs tmpfs "$root/dev/shm"
  rm -rf "$root/root/nashra"
  git -c safe.directory='*' clone --quiet --no-hardlinks "$here" "$root/root/nashra" || return 1
  local run=("${command[@]}")
  [ ${#run[@]} -gt 0 ] || run=(sh -c "make site && make test")
  chroot "$root" /usr/bin/env HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin CI="${CI:-true}" \
    sh -c 'cd /root/nashra && exec "$@"' sh "${run[@]}" || status=$?
  echo "$release ($(chroot "$root" python3 --version 2>&1)): $([ $status = 0 ] && echo green || echo "failed with $status")"
  return $status
}

failed=0
for release in "${releases[@]}"; do
  try "$release" || failed=1
  clean_up
done
exit $failed
