#!/bin/sh
# Makes the PDF samples again from their sources in this folder.
# Needs (Debian): libreoffice-writer-nogui chromium fonts-liberation fonts-dejavu poppler-utils qpdf img2pdf
set -eu
export LC_ALL=C.UTF-8 TZ=UTC
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

writer() { # source folder
  soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" "$1.fodt" >/dev/null 2>&1
  place "$1" "$2"
}

browser() { # source folder
  chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" --no-pdf-header-footer \
    --print-to-pdf="$work/$1.pdf" "$1.xhtml" >/dev/null 2>&1
  place "$1" "$2"
}

place() {
  mkdir -p "../$2"
  mv "$work/$1.pdf" "../$2/$1.pdf"
}

writer ganztagsbetreuung nummerierte-zeilen
writer grundstueck gremien-termin-top
writer betreiberkonzept geplante-sitzungstermine
writer niederschrift niederschrift
browser strassenbahn spalten-oe-noe
browser stellenplan querformat

# What cannot be read: each file breaks in one way.
bad=../unlesbar
mkdir -p "$bad"
good=../spalten-oe-noe/strassenbahn.pdf
: >"$bad/leer.pdf"
qpdf --encrypt geheim geheim 256 -- "$good" "$bad/kennwort.pdf"
head -c 9000 "$good" >"$bad/abgeschnitten.pdf"
pdftoppm -r 60 -l 1 -png "$good" "$work/bild"
cp "$work"/bild-*.png "$bad/bild.pdf"
pdftoppm -r 110 -f 1 -l 1 -gray -jpeg "$good" "$work/scan"
img2pdf --pillow-limit-break -o "$bad/scan.pdf" "$work"/scan-*.jpg
# Noise that is the same every time.
awk 'BEGIN { seed = 7; for (i = 0; i < 4096; i++) { seed = (seed * 16807) % 2147483647; printf "%c", seed % 256 } }' >"$work/noise"
cp "$work/noise" "$bad/rauschen.txt"
