# What records.sh measured, as the page of tests/bench/records-sizes: its table (README.md) and the figures of its chart.
#
# usage: awk -f records_sizes.awk -v chart=CHART.csv MEASURED.csv >README.md
BEGIN {
	FS = ","
	print "period,size,dimension,group,nanoseconds,least,most" >chart
	print "# Time by rows\n"
	print "Counting of the file of `make bench-records` by four indicators, quintile, ethnic group, age band and sex. Written by"
	print "`make bench-records-sizes`; each number is the median of several runs, each of them with the start of a process and the"
	print "making of a lookup of 33,755 areas. The chart is drawn by Gradient itself: processor time of one thread for a row, which"
	print "what else runs on the machine changes less than time on the clock, with the least and the most of the runs as intervals."
	print "When bars are of one length, time grows with the rows and nothing else; the start, some 0.02 s, is seen beside few rows.\n"
	print "![Nanoseconds for each row, by the number of rows](time-by-rows.svg)\n"
	print "| rows | bytes | program | threads | on the clock, s | least to most, s | processor, s | GB/s | memory, MiB |"
	print "|---:|---:|---|---:|---:|---:|---:|---:|---:|"
}

function grouped(number, text) {
	for (text = sprintf("%.0f", number); match(text, /[0-9][0-9][0-9][0-9]($|,)/); )
		text = substr(text, 1, RSTART) "," substr(text, RSTART + 1)
	return text
}

function in_words(rows) {
	return rows < 1e6 ? rows / 1e3 " thousand rows" : rows / 1e6 " million rows"
}

NR == 1 { next }

{
	printf "| %s | %s | %s | %d | %.3f | %.3f to %.3f | %.3f | %.2f | %s |\n", grouped($3), grouped($4), $1, $2, $5, $6, $7,
		$8, $4 / $5 / 1e9, $9 == 0 ? "-" : int($9 + 0.5)
}

$1 == "gradient" && $2 == 1 {
	printf "2026,ALL,organisation,%s,%.1f,%.1f,%.1f\n", in_words($3), $8 / $3 * 1e9, $10 / $3 * 1e9, $11 / $3 * 1e9 >chart
	rows += $3
	median += $8
	least += $10
	most += $11
}

END {
	printf "2026,ALL,all,all,%.1f,%.1f,%.1f\n", median / rows * 1e9, least / rows * 1e9, most / rows * 1e9 >chart
}
