/*
 * finding_words.h - a key finding in words: as a card with a large figure, and as a sentence in a list.
 */
#ifndef GRADIENT_WORDS_FINDING_WORDS_H
#define GRADIENT_WORDS_FINDING_WORDS_H

#include "indicator/key_findings.h"
#include "words/phrases.h"

struct finding_words {
	const char *figure;   /* "46%", "1.6 times" */
	enum measure measure; /* of the figure: value or ratio */
	const char *
		card; /* the words under it, at most 4 lines; they do not repeat it unless it is a ratio */
	const char *sentence; /* one that stands alone */
};

/* view: of the breakdown of the finding. position: among the findings, from 0; it decides the shape. */
struct finding_words finding_in_words(const struct words *words, const struct view *view,
				      const struct finding *finding, size_t position);

#endif
