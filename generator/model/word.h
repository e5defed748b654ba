/*
 * word.h - a word of an author, with its place for messages.
 */
#ifndef GRADIENT_MODEL_WORD_H
#define GRADIENT_MODEL_WORD_H

#include "base/location.h"

/* text is NULL when it was not written. */
struct word {
	const char *text;
	struct location at;
};

#endif
