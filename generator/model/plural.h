/*
 * plural.h - which form of a noun goes with a number, language by language.
 *
 * Source: Unicode CLDR, plural rules of cardinal numbers, for whole numbers: English has one and other; Welsh has
 *         zero (0), one (1), two (2), few (3), many (6) and other. A language that is not listed counts as English.
 */
#ifndef GRADIENT_MODEL_PLURAL_H
#define GRADIENT_MODEL_PLURAL_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of the texts of string_ids.def. */
enum plural {
	PLURAL_ZERO,
	PLURAL_ONE,
	PLURAL_TWO,
	PLURAL_FEW,
	PLURAL_MANY,
	PLURAL_OTHER,
	PLURAL_COUNT,
};

/* "zero", "one", ... */
const char *plural_name(enum plural plural);

/* language as in "cy-GB". */
enum plural plural_of(const char *language, size_t number);

/* True when some number of the language needs the form. */
bool plural_is_used(const char *language, enum plural plural);

#endif
