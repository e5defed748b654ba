#!/bin/sh
# Pictures of every chart and table of the gallery in four views, and the page that shows them: gallery.sh VISION INPUTS OUT
# Called by "make gallery", which has built OUT/gallery.pdf and OUT/gallery.scene from INPUTS/gallery.xml.

vision=$1
inputs=$2
out=$3
resolution=110
pictures=$out/pictures

rm -rf "$pictures"
mkdir -p "$pictures"

# Where the charts and tables stand: page, left, top, width and height in pixels, id. The structure at the end of the dump
# says which elements a chart or table has, with caption and notes; those of a table stand behind it. Of one that goes on
# overleaf the first page is shown.
places() {
	awk -v scale="$(awk "BEGIN { print $resolution / 72 }")" '
		function depth() { match($0, /[^ ]/); return RSTART }
		function element(word) { return substr(word, 2, length(word) - 2) }
		function cover(x, y, width, height) {
			if (!(id in page_of)) { page_of[id] = page; order[++count] = id; left[id] = x; top[id] = y }
			if (page_of[id] != page) return
			if (x < left[id]) left[id] = x
			if (y < top[id]) top[id] = y
			if (x + width > right[id]) right[id] = x + width
			if (y + height > bottom[id]) bottom[id] = y + height
		}
		FNR == NR {
			if (/^structure/) inside = 1
			if (!inside && /"[^"]*<(chart|table) /) shows_next[element($2)] = 1
			if (!inside || !/^ *\[[0-9]+\] /) next
			if (part != "" && depth() <= part_depth) {
				if (is_table && depth() == part_depth && $2 == "P" && !(element($1) in shows_next))
					part_of[element($1)] = part
				part = ""
			}
			if (part == "" && ($2 == "Div" || $2 == "Table")) {
				part = element($1)
				part_depth = depth()
				is_table = $2 == "Table"
			}
			if (part == "") next
			part_of[element($1)] = part
			if ($2 == "Figure" || $2 == "Table")
				for (i = 3; i <= NF; i++)
					if ($i ~ /^anchor=/) id_of[part] = substr($i, 8)
			next
		}
		/^page / { page = $2 + 0; next }
		/^structure/ { exit }
		/^  [a-z-]+ \[[0-9]+\] / && (part_of[element($2)] in id_of) {
			id = id_of[part_of[element($2)]]
			if ($3 == "use") cover($4, $5, $6, $7)
			if ($3 ~ /^font=/) {
				split($3, font, "/")
				cover($5, $6 - font[3], substr($7, 7), 1.3 * font[3])
			}
		}
		END {
			for (i = 1; i <= count; i++) {
				id = order[i]
				printf "%d %d %d %d %d %s\n", page_of[id], left[id] * scale - 8, top[id] * scale - 8,
					(right[id] - left[id]) * scale + 16, (bottom[id] - top[id]) * scale + 16, id
			}
		}' "$out/gallery.scene" "$out/gallery.scene"
}

places >"$pictures/places.txt"
figures=$(grep -c '^ *\[[0-9]*\] \(Figure\|Table\) anchor=' "$out/gallery.scene")
if [ "$(wc -l <"$pictures/places.txt")" -ne "$figures" ]; then
	echo "gallery.sh: of $figures charts and tables only $(wc -l <"$pictures/places.txt") were found in $out/gallery.scene" >&2
	exit 1
fi
while read -r page x y width height id; do
	pdftoppm -png -r $resolution -f "$page" -l "$page" -x "$x" -y "$y" -W "$width" -H "$height" -singlefile \
		"$out/gallery.pdf" "$pictures/$id" </dev/null || exit 1
	"$vision" "$pictures/$id.png" "$pictures/$id" || exit 1
done <"$pictures/places.txt"

# The page: a section for each file of kinds in the order of the report, with the words and elements that stand there.
{
	cat <<-'END'
	<!DOCTYPE html>
	<html lang="en-GB">
	<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width">
	<title>Gallery of charts</title>
	<style>
	body { font: 16px/1.5 Arial, sans-serif; color: #212b32; margin: 2rem; }
	code { font-size: 0.9em; background: #f0f4f5; padding: 0.1em 0.3em; }
	.views { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem; }
	figure { margin: 0; border: 1px solid #d8dde0; padding: 0.5rem; }
	figcaption { color: #4c6272; }
	nav ul { columns: 14rem; padding-left: 1.2rem; }
	table { border-collapse: collapse; margin: 1rem 0; }
	th, td { border: 1px solid #d8dde0; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
	th { background: #f0f4f5; }
	img { max-width: 100%; }
	</style>
	</head>
	<body>
	<h1>Gallery of charts</h1>
	<p>Every kind in every situation: in colour, in grey, and as people see it who lack red cones (protanopia) or green cones
	(deuteranopia). Synthetic data, invented organisations. Under each heading stand what the kind shows, when to use it and
	what its marks mean; above each picture the situation and the element that makes it.</p>
	<h2>What stands where a figure is uncertain or missing</h2>
	<table>
	<tr><th>case</th><th>bars</th><th>dots, dumbbells</th><th>lines</th><th>stacked bars</th><th>map, tiles, heat table</th></tr>
	<tr><th>95% interval</th><td colspan="2">a line through the end of the bar or the dot</td><td>a line through every point of the lines that stand out</td><td>none</td><td>none</td></tr>
	<tr><th>[u] low reliability</th><td>outlined bar, dashed interval</td><td>ring, dashed interval</td><td>ring</td><td>[u] behind the label</td><td>[u] behind the figure</td></tr>
	<tr><th>[c] hidden to protect people</th><td>[c] at the baseline</td><td>[c] at the start of the axis</td><td>gap, [c] under the axis</td><td>[c] in place of the whole bar</td><td>hatched, [c]</td></tr>
	<tr><th>[x] not available</th><td>[x] at the baseline</td><td>[x] at the start of the axis</td><td>gap, [x] under the axis</td><td>[x] in place of the whole bar</td><td>dotted outline, [x]</td></tr>
	<tr><th>[z] not applicable</th><td colspan="5">left out of charts, with a note; [z] in tables</td></tr>
	<tr><th>true zero</th><td>its figure at the baseline</td><td>dot at zero</td><td>point at zero</td><td>its figure, no bar</td><td>its figure</td></tr>
	<tr><th>[k] rounds to zero</th><td>[k] at the baseline</td><td>ring at zero, [k] in its column</td><td>point at zero</td><td>[k], a bar too thin to see</td><td>[k] in the colour of its class</td></tr>
	</table>
	<nav><h2>Kinds</h2><ul>
	END
	sed -n 's|.*<include href="kinds/\([^"]*\)\.xml"/>.*|\1|p' "$inputs/gallery.xml" | while read -r kind; do
		sed -n "s|.*<title>\(.*\)</title>.*|<li><a href=\"#kind-$kind\">\1</a></li>|p" "$inputs/kinds/$kind.xml"
	done
	echo '</ul></nav>'
	sed -n 's|.*<include href="\(kinds/[^"]*\)"/>.*|\1|p' "$inputs/gallery.xml" | while read -r page; do
		awk -v pictures="$pictures" -v page="$page" '
			function there(path,    line, found) {
				found = (getline line < path) >= 0
				close(path)
				return found
			}
			/<title>/ && !titled {
				gsub(/ *<\/?title>/, "")
				kind = page
				gsub(/.*\/|\.xml$/, "", kind)
				printf "<h2 id=\"kind-%s\">%s</h2>\n", kind, $0
				titled = 1
				next
			}
			/<p>/ {
				gsub(/^ *<p>|<\/p>$/, "")
				words = $0
				if (words !~ /<strong>/)
					printf "<p>%s</p>\n", words
			}
			/<(chart|table) / && match($0, / id="[^"]*"/) {
				id = substr($0, RSTART + 5, RLENGTH - 6)
				if (!there(pictures "/" id ".png"))
					next
				sub(/&lt;/, "<code>\\&lt;", words)
				printf "<h3 id=\"%s\">%s</code></h3>\n<div class=\"views\">\n", id, words
				split("|-grey|-protanopia|-deuteranopia", views, "|")
				split("colour|grey|protanopia|deuteranopia", names, "|")
				for (i = 1; i <= 4; i++)
					printf "<figure><img loading=\"lazy\" src=\"pictures/%s%s.png\" alt=\"%s, %s\"><figcaption>%s</figcaption></figure>\n",
						id, views[i], id, names[i], names[i]
				print "</div>"
			}' "$inputs/$page"
	done
	echo "</body>"
	echo "</html>"
} >"$out/index.html"
rm "$pictures/places.txt"
