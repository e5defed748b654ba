# places.awk - what a sanitizer wrote without looking up places: each "(file+0x1234)" is followed by function and line, as
# far as the file tells them. Called by "make sanitize".
{
	print
	if (match($0, /\([^()]+\+0x[0-9a-f]+\)/)) {
		split(substr($0, RSTART + 1, RLENGTH - 2), parts, /\+0x/)
		command = "addr2line -f -i -p -e '" parts[1] "' 0x" parts[2] " 2>/dev/null"
		while ((command | getline place) > 0)
			if (place !~ /^\?\?/)
				print "        " place
		close(command)
	}
}
