/*
 * passage.h - one paragraph, item, cell or note of the author's as plain text in which every letter has a place.
 */
#ifndef GRADIENT_PROSE_PASSAGE_H
#define GRADIENT_PROSE_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/report.h"

struct arena;

/* What stands in the text for an element: none of them is part of a word or number. */
enum {
	PASSAGE_COMPUTED = 1, /* a value or interval */
	PASSAGE_SENTENCE = 2, /* a phrase: sentences of the program's own */
	PASSAGE_OTHER = 3,    /* a name, reference, term, or quotation */
};

/* A stretch of the text as the file has it. */
struct passage_piece {
	size_t first, length; /* in the text of the passage */
	const char *written;  /* with its line breaks and runs of blanks */
	struct location at;
};

struct passage {
	const char *text; /* white space folded, quotations blotted out */
	struct passage_piece *pieces;
	size_t piece_count, piece_capacity;
	struct location *figures; /* elements of computed values, intervals and phrases */
	size_t figure_count, figure_capacity;
};

/* of: inline parts; footnotes are passages of their own and left out. */
struct passage passage_of(struct arena *arena, const struct inline_part *of);

/* Where a letter of the text stands in the file. */
struct location passage_place(const struct passage *passage, size_t offset);

#endif
