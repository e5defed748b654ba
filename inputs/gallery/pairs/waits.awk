# waits.awk - shares of the waiting list of the example that had waited no more than so many weeks:
#   awk -f waits.awk ../../example-icb/data/waiting-times.csv >waits.csv

BEGIN {
	print "group,weeks,percentage"
}

# The numbers have commas between thousands and stand in quotation marks.
{
	gsub(/\r/, "")
	while (match($0, /"[0-9,]+"/)) {
		number = substr($0, RSTART + 1, RLENGTH - 2)
		gsub(/,/, "", number)
		$0 = substr($0, 1, RSTART - 1) number substr($0, RSTART + RLENGTH)
	}
	split($0, cell, ",")
}

cell[1] == "2025-03-31" && cell[3] ~ /IMD/ && cell[4] !~ /not/ {
	waited[cell[4]] += cell[6]
	split(cell[5], weeks, "-")
	if (weeks[2] != "")
		printf "%s,%d,%.1f\n", cell[4], weeks[2], 100 * waited[cell[4]] / cell[7]
}
