/*
 * sentence_rules.h - what every sentence and title that the program writes must keep to, whatever the figures:
 * section 9.2 of the rules on wording, as checks of the text alone.
 */
#ifndef GRADIENT_TESTS_SENTENCE_RULES_H
#define GRADIENT_TESTS_SENTENCE_RULES_H

#include <stdbool.h>

/* What is wrong with a text; NULL when nothing is. Valid until it is called again. */
struct sentence_fault {
	char words[200];
};

/* One sentence or several: each at most 25 words and 3 figures, and so on. */
bool sentences_are_sound(const char *text, struct sentence_fault *fault);

/*
 * The same in the technical register: the interval in brackets behind a figure belongs to the figure, and is
 * neither a further figure nor further words. "Significantly" is said with "statistically" alone.
 */
bool technical_sentences_are_sound(const char *text, struct sentence_fault *fault);

/* A title: at most 15 words, no full stop. */
bool title_is_sound(const char *text, struct sentence_fault *fault);

/* A text alternative: under 250 characters. */
bool alternative_is_sound(const char *text, struct sentence_fault *fault);

/* The first word in a text that is said of no figure; NULL when there is none. */
const char *forbidden_word(const char *text);

/*
 * Calls each() for every figure of a text: numbers, but not years, ages, ranks of groups, the base of a rate or
 * names. decimals: as printed.
 */
void sentence_figures(const char *text, void each(double number, unsigned decimals, void *context),
		      void *context);

#endif
