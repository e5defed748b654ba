/*
 * vocabulary_words.h - how the tables of vocabularies/ write lists; included by those files alone.
 */
#ifndef GRADIENT_SPEC_VOCABULARY_WORDS_H
#define GRADIENT_SPEC_VOCABULARY_WORDS_H

#include "spec/vocabulary.h"

/* A list of words for an attribute. */
#define WORDS(...)                                                                                 \
	{                                                                                          \
		.words = (const char *const[]){ __VA_ARGS__ },                                     \
		.count = sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *),      \
	}

/* The same from an array of names. */
#define LIST(names)                                                                                \
	{                                                                                          \
		.words = (names), .count = sizeof(names) / sizeof((names)[0])                      \
	}

/* Keys of the elements that may stand in a place. */
#define KEYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Attributes of one element. */
#define ATTRIBUTES(...) ((const struct attribute_rule[]){ __VA_ARGS__, { 0 } })

#endif
