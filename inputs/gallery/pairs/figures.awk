# figures.awk - the figures of the pairs, from the results of the gallery:
#   awk -f figures.awk ../../../output/gallery/results.csv >figures.csv
# question,group,year,percentage,lower,upper; nothing where the results show nothing.

BEGIN {
	FS = ","
	print "question,group,year,percentage,lower,upper"
}

function say(question) {
	printf "%s,%s,%s,%s,%s,%s\n", question, $5, $2, $9, $10, $11
}

$7 != "value" || $3 != "GAL" || $6 != "all" { next }
$1 == "typical" && $4 == "deprivation-quintile" && $2 == "2024/25" { say("highest") }
$1 == "typical" && $4 == "deprivation-quintile" { say("gap") }
$1 == "typical" && ($4 == "ethnic-category" || $4 == "all") && $2 == "2024/25" { say("differ") }
$1 == "mixed" && $4 == "neighbourhood" && $2 == "2024/25" { say("hidden") }
