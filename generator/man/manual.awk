# Rewrites the generated regions of a manual page: awk -v program=PATH -f manual.awk PAGE
#
# A region begins with the comment "generated: ARGUMENTS" of the program whose output it holds. Lists,
# one entry a line with the name first, are set as lists.

/^\.\\" generated: / {
	print
	command = program " " substr($0, index($0, ":") + 2)
	is_list = $3 == "list"
	if (is_list)
		print ".Bl -tag -width Ds"
	while ((command | getline line) > 0) {
		if (!is_list) {
			print line
			continue
		}
		name = line
		sub(/ .*/, "", name)
		sub(/^[^ ]+ +/, "", line)
		print ".It Cm " name
		print line "."
	}
	if (close(command) != 0)
		exit failed = 1
	if (is_list)
		print ".El"
	skipping = 1
	next
}

/^\.\\" end of generated/ {
	skipping = 0
}

!skipping

END { exit failed }
