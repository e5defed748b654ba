/*
 * finding_parts.h - what the words of a key finding are made of; shared by the files of this folder alone.
 */
#ifndef GRADIENT_WORDS_FINDING_PARTS_H
#define GRADIENT_WORDS_FINDING_PARTS_H

#include "words/finding_words.h"

/* The two sides; of groups the higher one first when they are two. */
struct finding_sides {
	const struct value *first, *second;
	const char *first_name, *second_name;
	const struct view_group *first_group, *second_group; /* second: NULL for the total */
};

/* The words under the figure: they go on after it, "of waits in the most deprived areas were over 18 weeks". */
const char *finding_card(const struct words *words, const struct view *view,
			 const struct finding *finding, const struct finding_sides *sides);

/* The same under a ratio, which they repeat: "Elective admissions: 1.6 times as high in ... as in ..." */
const char *finding_card_times(const struct words *words, const struct view *view,
			       const struct finding_sides *sides, const char *times);

#endif
