/*
 * counts.h - the counts of every cell of a dataset, after disclosure control.
 *
 * What a rule hides is gone from the results afterwards: no later stage can print it by mistake.
 */
#ifndef GRADIENT_INDICATOR_COUNTS_H
#define GRADIENT_INDICATOR_COUNTS_H

#include "model/reference.h"
#include "model/result.h"

struct arena;
struct diag_list;

/* The source of the denominators of a result: its own, or the one that the indicator names; -1 when unknown. */
int counts_people_source(const struct dataset *dataset, const struct result *result);

/* The exact count of a cell: its row for all ages, or the age bands together when there is none. */
struct quantity counts_exact(const struct observation *rows, size_t count, bool denominator);

/*
 * Fills results->items with a result for every cell: key, source, numerator and denominator. A result whose
 * counts are hidden has its suppressed value already, and results->effects say what was done. rules: of every
 * source of the dataset; NULL for none.
 */
void counts_collect(struct arena *arena, struct results *results, const struct reference *reference,
		    const struct disclosure_rule *const *rules, struct diag_list *diags);

#endif
