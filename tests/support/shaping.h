/*
 * shaping.h - words shaped in the fonts of a look.
 */
#ifndef GRADIENT_TESTS_SHAPING_H
#define GRADIENT_TESTS_SHAPING_H

#include "support/looks.h"

/* The upright text font in 12 pt. */
extern const struct text_style plain;

const struct shaped_text *shape_in(const struct look *look, struct text_style style,
				   const char *words);

#endif
