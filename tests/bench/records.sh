#!/bin/sh
# Counts files of records and, where they are installed, has others count them too: records.sh BUILD SIZES RUNS FOLDER
# PEERS [CSV]. All must have the same counts. SIZES are numbers of rows; a file, 69 bytes a row, is made in FOLDER for each
# and taken away again. Peers are DuckDB and Polars of the npm packages in PEERS, and data.table of R; the last two hold a
# file in memory and are not asked for more than IN_MEMORY rows. CSV is where to write what was measured.

build=$1
sizes=$2
runs=$3
folder=$4
peers=$5
csv=$6
file=$folder/records.csv
in_memory=${IN_MEMORY:-10000000}
failed=0

trap 'rm -f "$file" "$folder"/records-*' EXIT
[ -z "$csv" ] || echo "program,threads,rows,bytes,median,least,most,processor,memory,processor_least,processor_most" >"$csv"
awk 'BEGIN { print "lsoa,quintile"
	for (i = 0; i < 33755; i++) printf "E01%06d,%d\n", i, int(i * 7919 % 33755 * 5 / 33755) + 1 }' >"$folder/records-fifths.csv"

# Runs one of them: NAME THREADS COMMAND ... ; its counts must be those of the first. GB/s are of the median. What a peer
# says of the processor is of all its runs.
run() {
	name=$1
	threads=$2
	shift 2
	said=$("$@") || { echo "$name failed"; failed=1; return; }
	LC_ALL=C sort "$folder/records-counts" >"$folder/records-sorted"
	[ -e "$folder/records-first" ] || cp "$folder/records-sorted" "$folder/records-first"
	if ! cmp -s "$folder/records-sorted" "$folder/records-first"; then
		echo "$name counts otherwise"
		failed=1
	fi
	[ "$name" = gradient ] && own=$(echo "$said" | awk '{ print $2 }')
	echo "$said" | awk -v name="$name" -v threads="$threads" -v bytes="$bytes" -v own="$own" -v runs="$runs" '{
		if (name != "gradient") $6 /= runs
		printf "%-12s %7d %9.3f %8.3f %8.3f %11.3f %7.2f %7s %8.2f\n", name, threads, $2, $3, $4, $6, bytes / $2 / 1e9,
			$8 == 0 ? "-" : int($8 + 0.5), $2 / own }'
	[ -z "$csv" ] || echo "$said" | awk -v head="$name,$threads,$rows,$bytes" -v name="$name" -v runs="$runs" -v OFS=, '{
		if (name != "gradient") $6 /= runs
		print head, $2, $3, $4, $6, $8, $11, $13 }' >>"$csv"
}

# Everybody, with so many threads.
run_all() {
	run gradient "$1" "$build/bench-records" "$runs" "$1" "$file" "$folder/records-counts"
	for peer in duckdb polars; do
		[ -d "$peers/node_modules" ] || continue
		[ $peer = duckdb ] || [ "$rows" -le "$in_memory" ] || continue
		run $peer "$1" env GRADIENT_PEERS="$peers" POLARS_MAX_THREADS="$1" node tests/bench/records-peers/count.mjs \
			$peer "$runs" "$1" "$file" "$folder/records-fifths.csv" "$folder/records-counts"
	done
	if [ "$rows" -le "$in_memory" ] && Rscript -e 'library(data.table)' >/dev/null 2>&1; then
		run data.table "$1" Rscript tests/bench/records-peers/count.R "$runs" "$1" "$file" \
			"$folder/records-fifths.csv" "$folder/records-counts"
	fi
}

for rows in $sizes; do
	room=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
	if [ "$room" -lt $((rows * 70 / 1048576 + 512)) ]; then
		echo "records: only $room MiB of room in $folder, too little for $rows rows"
		exit 1
	fi
	"$build/bench-records_data" "$rows" >"$file" || exit 1
	rm -f "$folder/records-first"
	bytes=$(wc -c <"$file")
	echo "counting $rows rows, $bytes bytes, by 4 indicators, quintile, ethnic group, age band and sex; $runs runs each"
	printf '%-12s %7s %9s %17s %11s %7s %7s %8s\n' "" threads "median, s" "least to most, s" "processor, s" GB/s MiB ratio
	run_all 1
	run_all 2
done
[ -d "$peers/node_modules" ] || echo "DuckDB and Polars are not installed: npm install --prefix $peers with tests/bench/records-peers"
exit $failed
