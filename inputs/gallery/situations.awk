# situations.awk - writes the synthetic data of the gallery: awk -f situations.awk -v file=counts|values
#
# One indicator for every situation that a chart may meet; see README.md. Nothing is drawn at random: the
# figures come from a sine, so that the same file is written everywhere.

function wobble(a, b) { return sin(12.9898 * a + 78.233 * b) }

function whole(x) { return int(x + 0.5) }

# Sets shares[1..n] of the people and levels[1..n], factors on the rate, of a dimension's groups.
function groups_of(dimension, situation,    i, n) {
	if (dimension == "deprivation-quintile")
		n = split("1|2|3|4|5", names, "|")
	else if (dimension == "ethnic-category")
		n = split("A|B|C|D|E|F|G|H|J|K|L|M|N|P|R|S|unknown", names, "|")
	else if (dimension == "age" && situation == "twenty")
		n = split("0 to 4|5 to 9|10 to 14|15 to 19|20 to 24|25 to 29|30 to 34|35 to 39|40 to 44|45 to 49|" \
			"50 to 54|55 to 59|60 to 64|65 to 69|70 to 74|75 to 79|80 to 84|85 to 89|90 to 94|95 and over", names, "|")
	else if (dimension == "age")
		n = split("0 to 17|18 to 39|40 to 64|65 to 79|80 and over", names, "|")
	else if (dimension == "sex")
		n = split("female|male", names, "|")
	else if (dimension == "neighbourhood" && situation == "long")
		n = split(LONG, names, "|")
	else if (dimension == "neighbourhood")
		n = split(PLACES, names, "|")
	if (dimension == "neighbourhood" && situation != "twenty" && situation != "long")
		n = 8
	if (situation == "one")
		n = 1
	for (i = 1; i <= n; i++) {
		shares[i] = 1 + 0.3 * wobble(i, 3)
		levels[i] = 1 + 0.3 * wobble(i, length(dimension))
	}
	if (dimension == "deprivation-quintile")
		for (i = 1; i <= n; i++)
			levels[i] = 1.5 - 0.2 * i
	if (dimension == "ethnic-category" && n > 1) {
		shares[1] = 12
		levels[1] = 0.95
	}
	if (dimension == "age" && situation == "twenty")
		for (i = 1; i <= n; i++) {
			shares[i] = i < 14 ? 1 : (21 - i) / 8
			levels[i] = 0.5 + i / 20
		}
	return n
}

# What the situation does to a group: sets count and people, or a mark in place of both.
function bend(situation, dimension, i, n, year) {
	mark = ""
	if (situation == "extreme" && i == 1 && n > 1)
		count = whole(people * 0.985)
	else if (situation == "extreme" && n > 1)
		count = whole(count / 12)
	else if (situation == "hidden" && (i == 2 || (i == n && year % 2 == 0)) && n > 1)
		mark = "[c]"
	else if (situation == "missing" && (i == 3 || (i == 1 && year == 2021)) && n > 1)
		mark = "[x]"
	else if (situation == "missing" && i == 4 && dimension == "neighbourhood")
		mark = "[z]"
	else if (situation == "nothing" && dimension != "all")
		mark = "[c]"
	else if (situation == "zero" && (i == 2 || i == 4 || n < 3) && n > 1)
		count = 0
	else if (situation == "rounded" && i == 2 && n > 1)
		count = whole(people * 0.0003)
	else if (situation == "rounded" && i == 4)
		count = 0
	else if (situation == "mixed" && n > 1 && (i == 2 || i == 3))
		mark = i == 2 ? "[c]" : "[x]"
	else if (situation == "mixed" && i == 4)
		count = 0
	else if (situation == "uncertain" && n > 1) {
		people = whole(people / (i % 2 && !(dimension == "deprivation-quintile" && i == n && year % 2) ? 8 : 200))
		count = whole(people * 0.3 * (1 + 0.3 * wobble(i, year)))
	}
}

function row(situation, year, place, dimension, group, sex) {
	if (dimension == "all")
		group = "all"
	period = sprintf("%d/%02d", year, (year + 1) % 100)
	if (mark != "")
		printf "%s,%s,%s,%s,%s,%s,%s,%s\n", situation, period, place, dimension, group, sex, mark, mark
	else
		printf "%s,%s,%s,%s,%s,%s,%d,%d\n", situation, period, place, dimension, group, sex, count, people
}

function rate_of(situation, year) {
	if (situation == "tiny")
		return 0.00000021
	if (situation == "huge")
		return 0.41
	return 0.3 + 0.01 * (year - 2019) * (situation == "zero" ? 0 : 1)
}

function people_of(situation) {
	if (situation == "huge")
		return 1.9e9
	if (situation == "tiny")
		return 4e8
	if (situation == "rounded")
		return 400000
	return 16000
}

# Figures of one dimension, for people of one sex or of both.
function dimension_rows(situation, year, place, dimension, sex,    i, n, sum) {
	n = groups_of(dimension, situation)
	sum = 0
	for (i = 1; i <= n; i++)
		sum += shares[i]
	for (i = 1; i <= n; i++) {
		people = whole(people_of(situation) * shares[i] / sum * (sex == "" ? 1 : 0.5))
		fading = 1 + (levels[i] - 1) * (1 - 0.06 * (year - 2019))
		of_sex = sex == "male" ? 1.15 : sex == "female" ? 0.85 : 1
		ripple = 1 + 0.015 * wobble(i + length(place), year)
		count = whole(people * rate_of(situation, year) * fading * ripple * of_sex * of_place)
		if (count > people)
			count = people
		bend(situation, dimension, i, n, year)
		row(situation, year, place, dimension, names[i], sex)
	}
}

function total_row(situation, year, place, factor) {
	people = people_of(situation)
	count = whole(people * rate_of(situation, year) * factor)
	mark = ""
	row(situation, year, place, "all", "all", "")
}

function counts(    s, d, y, o, n) {
	print "indicator,period,organisation,dimension,group,sex,numerator,denominator"
	of_place = 1
	n = split("typical|extreme|hidden|missing|one|twenty|long|zero|huge|tiny|uncertain|nothing|mixed|rounded", situations, "|")
	split("deprivation-quintile|ethnic-category|age|sex|neighbourhood", dimensions, "|")
	for (s = 1; s <= n; s++)
		for (y = 2019; y <= 2024; y++) {
			if (situations[s] == "missing" && y == 2022)
				continue
			total_row(situations[s], y, "GAL", 1)
			for (d = 1; d <= 5; d++)
				dimension_rows(situations[s], y, "GAL", dimensions[d], "")
			if (y >= 2023) {
				dimension_rows(situations[s], y, "GAL", "deprivation-quintile", "female")
				dimension_rows(situations[s], y, "GAL", "deprivation-quintile", "male")
			}
		}
	for (o = 1; o <= 14; o++)
		for (y = 2019; y <= 2024; y++) {
			of_place = 1 + 0.25 * wobble(o, 7)
			total_row("typical", y, sprintf("GA%d", o), of_place)
			if (o < 3)
				dimension_rows("typical", y, sprintf("GA%d", o), "deprivation-quintile", "")
		}
}

# Published values with limits: below zero, across it, and one far away.
function values(    d, y, i, n, value, half) {
	print "indicator,period,organisation,dimension,group,value,lower,upper"
	split("all|deprivation-quintile|ethnic-category|age|sex|neighbourhood", dimensions, "|")
	for (y = 2019; y <= 2024; y++)
		for (d = 1; d <= 6; d++) {
			n = d == 1 ? 1 : groups_of(dimensions[d], "negative")
			for (i = 1; i <= n; i++) {
				value = d == 1 ? -1.2 : -6 + 2.4 * (i % 6) + wobble(i, y)
				half = d == 1 ? 0.4 : 1.1 + 0.5 * wobble(i, 2)
				printf "negative,%d/%02d,GAL,%s,%s,%.2f,%.2f,%.2f\n", y, (y + 1) % 100, dimensions[d],
					d == 1 ? "all" : names[i], value, value - half, value + half
			}
		}
}

BEGIN {
	PLACES = "Alder Hill|Birch Grove|Castle Quarter|Dock Road|East Fields|Fernleigh|Green Lanes|Holloway|Inglewood|" \
		"Jubilee Park|Kingsmead|Long Reach|Market Ward|Newbridge|Old Town|Priory|Queensway|Riverside|Saltmarsh|Thornbury"
	LONG = "Upper and Lower Brackenfield with Saint Bartholomew's Parish|Great Willowbrook-on-the-Marsh including Sandhurst and Halts|" \
		"Thistlethwaite to Wolverstone and the Old Canal Basin Parish|Northwest Industrial Estate and surrounding residential area|" \
		"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochio|Kings Meadow|Eastern villages beyond the ring road and the two reservoirs|" \
		"Middle Ash"
	if (file == "values")
		values()
	else
		counts()
}
