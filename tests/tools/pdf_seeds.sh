#!/bin/sh
# pdf_seeds.sh FOLDER - seeds of the fuzz target pdf, made of tests/data/pdf by qpdf. The first byte of each says what it is:
# a file, objects to which the target adds a table, or the content of a page with eight runs.
set -e
folder=$1
for file in tests/data/pdf/artifact-*.pdf tests/data/pdf/empty-*.pdf tests/data/pdf/links-*.pdf tests/data/pdf/strokes-*.pdf; do
	name=$(basename "$file" .pdf)
	{ printf '\000'; cat "$file"; } >"$folder/$name"
	# qpdf warns of the damaged file among them by its exit status.
	{ printf '\000'; qpdf --stream-data=uncompress --object-streams=generate "$file" - 2>/dev/null || true; } >"$folder/$name-packed"
	{ printf '\001'; qpdf --qdf --object-streams=disable "$file" - 2>/dev/null || true; } >"$folder/$name-objects"
done
for file in tests/data/pdf/strokes-*.pdf; do
	{ printf '\032'; qpdf --show-object=4 --filtered-stream-data "$file"; } >"$folder/$(basename "$file" .pdf)-content"
done
