#!/usr/bin/env bash
# One step of the setup: python PYTHON LOCK | node | browser. Says in one sentence what to do when it cannot be done.
set -euo pipefail

fail() {
  printf '\n%s\n' "$1" >&2
  exit 1
}

setup_python() {
  local python=$1 lock=$2
  command -v "$python" >/dev/null || fail "Python is missing: install Python 3.11 or newer, or say which one with 'make PYTHON=/path/to/python3 …'."
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "This Python is too old ($("$python" --version 2>&1)): install Python 3.11 or newer, or say which one with 'make PYTHON=/path/to/python3 …'."
  if ! [ -x .venv/bin/python ]; then
    "$python" -m venv .venv || {
      rm -rf .venv
      fail "Python cannot make virtual environments: install its venv module (on Debian and Ubuntu: 'apt-get install python3-venv')."
    }
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" ||
    fail "The Python packages could not be installed: check the network connection and run the same command again."
}

setup_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js is missing: install Node.js 18 or newer with npm (on Debian and Ubuntu: 'apt-get install nodejs npm')."
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' ||
    fail "This Node.js is too old ($(node --version)): install Node.js 18 or newer."
  npm ci --silent --no-audit --no-fund ||
    fail "The browser packages could not be installed: check the network connection and run the same command again."
}

# A Chrome or Chromium that is there; else Debian's; else Playwright's own.
setup_browser() {
  local name
  [ -n "${COURSE_CHROMIUM:-}" ] && return
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return
  done
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && return
  fi
  .venv/bin/python -m playwright install chromium && return
  fail "No browser for the tests: install Chrome or Chromium, or say where one is with COURSE_CHROMIUM=/path/to/chromium."
}

step=$1
shift
"setup_$step" "$@"
