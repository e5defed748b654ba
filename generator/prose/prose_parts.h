/*
 * prose_parts.h - the rules; shared by the files of this folder alone.
 */
#ifndef GRADIENT_PROSE_PROSE_PARTS_H
#define GRADIENT_PROSE_PROSE_PARTS_H

#include "prose/passage.h"
#include "prose/prose.h"

/* Words that tell a cause, where there is a figure; words to avoid. accept: "" or words that are meant. */
void check_words(const struct prose_inputs *inputs, const struct passage *passage,
		 const char *accept);

/* Sentences of a text of the document with more words than a reader takes in at once. */
void check_sentences(const struct prose_inputs *inputs, const char *text, struct location at);

/* Numbers typed beside figures. */
void check_numbers(const struct prose_inputs *inputs, const struct passage *passage);

/* Numbers of a text alternative of a chart or table that it does not show. */
void check_alternative(const struct prose_inputs *inputs, const struct passage *passage,
		       const struct block *block);

#endif
