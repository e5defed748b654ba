/*
 * number_pool.h - the numbers that may be printed of a breakdown: those of its shown figures, and what sentences say of
 * them. Whatever a sentence prints beyond them is no figure of the report.
 */
#ifndef GRADIENT_TESTS_NUMBER_POOL_H
#define GRADIENT_TESTS_NUMBER_POOL_H

#include <stdbool.h>

#include "model/view.h"
#include "words/format.h"

enum { NUMBER_POOL_MOST = 4000 };

struct number_pool {
	double numbers[NUMBER_POOL_MOST];
	size_t count;
};

/* Those of a view, and of it in every period that a sentence may go back to. */
void number_pool_add(struct number_pool *pool, const struct view *view);
void number_pool_add_series(struct number_pool *pool, struct arena *arena, const struct view *view);

/* True when every number of a text on the view is, as it is rounded there, one of the pool. */
bool number_pool_has(const struct number_pool *pool, const struct words *words,
		     const struct view *view, const char *text);

#endif
