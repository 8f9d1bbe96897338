#!/usr/bin/env bash
# Draws icon.png from icon.svg; needs rsvg-convert (Debian: librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")"
rsvg-convert --width 128 --height 128 icon.svg --output icon.png
