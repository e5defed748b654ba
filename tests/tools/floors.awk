# Checks the includes of sources against generator/floors: awk -f floors.awk generator/floors FILE ...
# Exit status 1 when a floor includes one that its line does not name, or a library that is not its own.

function fault(what) {
	printf "%s:%d: %s\n", FILENAME, FNR, what
	faults++
}

FILENAME == ARGV[1] {
	if ($0 ~ /^#/ || NF == 0)
		next
	floor = $1
	known[floor] = 1
	may[floor, floor] = 1
	for (i = 2; i <= NF && $i !~ /[.\/]/ && $i != "cairo"; i++) {
		if ($i == "-")
			continue
		if (!($i in known))
			fault("floor " $i " is not on a line above")
		may[floor, $i] = 1
	}
	for (; i <= NF; i++)
		if ($i != "-")
			library[floor] = library[floor] " " $i
	next
}

FNR == 1 {
	split(FILENAME, parts, "/")
	floor = parts[2]
	if (!(floor in known))
		fault("no such floor in generator/floors: " floor)
}

/^#include "/ {
	split($2, name, "[\"/]")
	if (!((floor SUBSEP name[2]) in may))
		fault(floor " must not include " $2)
}

/^#include <(glib|gio|pango|cairo|fontconfig|libxml|sql|zlib|zstd|jansson|Clp|hb|xlsxwriter|zip|microhttpd|dlfcn|png|harfbuzz|ft2build|freetype)/ {
	header = substr($2, 2)
	count = split(library[floor], own, " ")
	found = 0
	for (i = 1; i <= count; i++)
		if (index(header, own[i]) == 1)
			found = 1
	if (!found)
		fault(floor " must not know the library of " $2)
}

END { exit faults > 0 }
