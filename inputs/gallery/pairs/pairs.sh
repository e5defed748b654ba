#!/bin/sh
# Makes the pictures of this folder again: pairs.sh GALLERY STATEMENT, the folders of "make gallery" and of the example
# built with "--formats pdf,dump". Needs R with ggplot2 (Debian: r-cran-ggplot2), Python with matplotlib (python3-matplotlib),
# rsvg-convert (librsvg2-bin), and vl2svg on the path (npm: vega-lite and vega). Nothing else needs any of them.

gallery=$(realpath "${1:-output/gallery}")
statement=$(realpath "${2:-output/example-icb}")
cd "$(dirname "$0")" || exit 1

# Ours in 128 colours: a third of the size.
smaller() {
	python3 -c 'import sys; from PIL import Image
Image.open(sys.argv[1]).convert("RGB").quantize(128).save(sys.argv[2], optimize=True)' "$1" "$2"
}

# Page, left, top, width, height of a figure of the statement at 110 dpi.
place() {
	awk -v id="$1" -v scale=1.5278 '/^page / { page = $2 + 0 } $3 == "anchor" { found = $6 == id; next }
		found && $3 == "use" { print page, int($4 * scale) - 8, int($5 * scale) - 8, int($6 * scale) + 16, int($7 * scale) + 16; exit }
	' "$statement/statement.scene"
}

awk -f figures.awk "$gallery/results.csv" >figures.csv || exit 1
awk -f waits.awk ../../example-icb/data/waiting-times.csv >waits.csv || exit 1
Rscript ggplot2.R && python3 matplotlib-pairs.py || exit 1
for pair in highest:bars-typical gap:dumbbell-typical differ:dots-typical hidden:bars-mixed; do
	smaller "$gallery/pictures/${pair#*:}.png" "${pair%%:*}-gradient.png" || exit 1
done
place fig-waits-cumulative | {
	read -r page x y width height
	pdftoppm -png -r 110 -f "$page" -l "$page" -x "$x" -y "$y" -W "$width" -H "$height" -singlefile "$statement/statement.pdf" waits
}
smaller waits.png waits-gradient.png && rm waits.png || exit 1
for question in highest gap differ hidden waits; do
	vl2svg "$question.vl.json" "$question.svg" &&
		rsvg-convert -b white "$question.svg" -o "$question-vega-lite.png" && rm "$question.svg" || exit 1
done
