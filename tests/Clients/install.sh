#!/bin/sh
# Installs the clients that tests/Clients runs: Debian's packages with apt-get, and npm's beside the built drivers. eng/test.cs runs it.
# The tests of a client that cannot be installed are skipped, so this script continues with the others.
cd "$(dirname "$0")" || exit 1

missing=""
for package in python3-digitalocean golang-github-digitalocean-godo-dev golang-go python3-django-allauth ruby-omniauth-oauth2; do
    dpkg -s "$package" > /dev/null 2>&1 || missing="$missing $package"
done

if [ -n "$missing" ] && command -v apt-get > /dev/null; then
    [ "$(id -u)" = 0 ] && as_root="" || as_root="sudo -n"
    export DEBIAN_FRONTEND=noninteractive
    install() { $as_root apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "$@"; }
    install $missing || {
        $as_root apt-get update -q
        install $missing || for package in $missing; do install "$package"; done
    }
fi

built=bin/Release/net10.0/Drivers
if command -v npm > /dev/null && ! cmp -s Drivers/package-lock.json "$built/node_modules/.installed-lock.json"; then
    mkdir -p "$built" && cp Drivers/package.json Drivers/package-lock.json "$built" && npm ci --prefix "$built" --ignore-scripts --no-audit --no-fund \
        && cp Drivers/package-lock.json "$built/node_modules/.installed-lock.json"
fi
