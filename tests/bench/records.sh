#!/bin/sh
# Counts a file of records and, where they are installed, has others count it too: records.sh BUILD ROWS RUNS FOLDER
# PEERS. All must have the same counts. The file, 69 bytes a row, is made in FOLDER and taken away at the end. Peers are
# DuckDB and Polars of the npm packages in PEERS, and data.table of R.

build=$1
rows=$2
runs=$3
folder=$4
peers=$5
file=$folder/records.csv
failed=0

room=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
if [ "$room" -lt $((rows * 70 / 1048576 + 512)) ]; then
	echo "records: only $room MiB of room in $folder; set ROWS to less than $rows"
	exit 1
fi
trap 'rm -f "$file" "$folder"/records-*' EXIT
"$build/bench-records_data" "$rows" >"$file" || exit 1
awk 'BEGIN { print "lsoa,quintile"
	for (i = 0; i < 33755; i++) printf "E01%06d,%d\n", i, int(i * 7919 % 33755 * 5 / 33755) + 1 }' >"$folder/records-fifths.csv"
bytes=$(wc -c <"$file")
echo "counting $rows rows, $bytes bytes, by 4 indicators, quintile, ethnic group, age band and sex; $runs runs each"
printf '%-12s %7s %9s %17s %11s %7s %7s %8s\n' "" threads "median, s" "least to most, s" "processor, s" GB/s MiB ratio

# Runs one of them: NAME THREADS COMMAND ... ; its counts must be those of the first. GB/s are of the median.
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
	echo "$said" | awk -v name="$name" -v threads="$threads" -v bytes="$bytes" -v own="$own" '{
		printf "%-12s %7d %9.3f %8.3f %8.3f %11.3f %7.2f %7s %8.2f\n", name, threads, $2, $3, $4, $6, bytes / $2 / 1e9,
			$8 == 0 ? "-" : int($8 + 0.5), $2 / own }'
}

for threads in 1 2; do
	run gradient $threads "$build/bench-records" "$runs" $threads "$file" "$folder/records-counts"
	for peer in duckdb polars; do
		[ -d "$peers/node_modules" ] || continue
		run $peer $threads env GRADIENT_PEERS="$peers" POLARS_MAX_THREADS=$threads node tests/bench/records-peers/count.mjs \
			$peer "$runs" $threads "$file" "$folder/records-fifths.csv" "$folder/records-counts"
	done
	if Rscript -e 'library(data.table)' >/dev/null 2>&1; then
		run data.table $threads Rscript tests/bench/records-peers/count.R "$runs" $threads "$file" \
			"$folder/records-fifths.csv" "$folder/records-counts"
	fi
done
[ -d "$peers/node_modules" ] || echo "DuckDB and Polars are not installed: npm install --prefix $peers with tests/bench/records-peers"
exit $failed
