#!/bin/sh
# batch.sh PROGRAM FOLDER [ICBS TRUSTS]: statements of the integrated care boards and trusts of England as a batch.
#
# The examples are the templates: their invented figures under the codes of the bodies of inputs/reference, files of its
# own for each body. Says what it takes, and what single builds of the same statements take.
set -e
program=$1
folder=$2
icbs=${3:-42}
trusts=${4:-200}
lists=inputs/reference/organisations.csv

# codes KINDS COUNT: bodies that were there in the year to March 2025.
codes() {
	sed 's/"[^"]*"/quoted/g' "$lists" | awk -F, -v kinds="$1" -v most="$2" '
	NR > 1 && index(" " kinds " ", " " $5 " ") && $8 < "2024-04-01" && ($9 == "" || $9 > "2025-03-31") && n < most { print $1, $7; n++ }'
}

# template EXAMPLE CODE: the spec with the code as a parameter that names the folder of the data as well.
template() {
	mkdir -p "$folder/$1"
	cp -r "inputs/example-$1/." "$folder/$1"
	rm -rf "$folder/$1/data"
	mkdir "$folder/$1/data"
	# What sections name themselves is the same for all bodies.
	grep -rho '"\.\./data/[^"]*"' "$folder/$1" | tr -d '"' | sort -u | while read -r file; do
		cp "inputs/example-$1/data/${file##*/}" "$folder/$1/data"
	done
	sed -e "s/\"$2\"/\"{org}\"/g" -e 's#href="data/#href="data/{org}/#' -e "s/default=\"{org}\"/default=\"$2\"/" \
		"inputs/example-$1/statement.xml" >"$folder/$1/statement.xml"
	grep -q '<parameters>' "$folder/$1/statement.xml" ||
		sed -i "s#</meta>#</meta><parameters><parameter name=\"org\" type=\"organisation\" default=\"$2\"/></parameters>#" \
			"$folder/$1/statement.xml"
}

# bodies EXAMPLE CODE: reads codes, writes a folder of data for each and the list.
bodies() {
	echo org >"$folder/$1/bodies.csv"
	while read -r code region; do
		echo "$code" >>"$folder/$1/bodies.csv"
		mkdir -p "$folder/$1/data/$code"
		for file in "inputs/example-$1"/data/*; do
			case $file in
			*.gz) gzip -dc "$file" | LC_ALL=C sed "s/$2/$code/g; s/Y60/$region/g" | gzip -nc >"$folder/$1/data/$code/${file##*/}" ;;
			*) LC_ALL=C sed "s/$2/$code/g; s/Y60/$region/g" "$file" >"$folder/$1/data/$code/${file##*/}" ;;
			esac
		done
	done
}

# timed WORDS COMMAND ...: wall clock, processor and memory of the largest process.
timed() {
	words=$1
	shift
	/usr/bin/time -f "$words: %e s, %U + %S s of processor, largest process %M KiB" "$@" 2>&1 >/dev/null | tail -1
}

rm -rf "$folder"
template icb QNV
template trust RNV
codes icb "$icbs" | bodies icb QNV
codes 'acute mental-health community ambulance' "$trusts" | bodies trust RNV

for formats in pdf,svg-text pdf,svg,html,ods; do
	echo "$icbs boards and $trusts trusts, $formats:"
	for example in icb trust; do
		rm -rf "$folder/out-$example"
		timed "  $example" "$program" batch -q "$folder/$example/statement.xml" \
			--for-each "$folder/$example/bodies.csv" --formats "$formats" -o "$folder/out-$example"
		timed "  $example, again, nothing changed" "$program" batch -q "$folder/$example/statement.xml" \
			--for-each "$folder/$example/bodies.csv" --formats "$formats" -o "$folder/out-$example"
	done
done
