/*
 * method_words.h - what methods and measures are, in the words of the table: name, what it is and when it
 * is not given, formula. For the account of methods, the results file and explaining.
 */
#ifndef GRADIENT_WORDS_METHOD_WORDS_H
#define GRADIENT_WORDS_METHOD_WORDS_H

#include "indicator/method.h"
#include "words/format.h"

struct method_words {
	enum string_id name, how, formula;
};

struct method_words method_words(const struct method *method);

/* name is STRING_COUNT for what needs no words: value, count, denominator. */
struct method_words measure_words(enum measure measure);

/* "formula (source)", from which a second analyst comes to the same number. Published values are taken as given. */
const char *method_recipe(const struct words *words, const struct indicator *indicator,
			  const struct value *value);
const char *measure_recipe(const struct words *words, const struct breakdown_result *figure);

#endif
