/*
 * hiding.h - what the rules of disclosure hide of the counts of a dataset: small ones first, then all that would
 * give them away, then nothing is left of either in the results.
 */
#ifndef GRADIENT_INDICATOR_HIDING_H
#define GRADIENT_INDICATOR_HIDING_H

#include "model/reference.h"
#include "model/result.h"

struct arena;
struct diag_list;

/*
 * results have exact counts and lose those that may not be shown; sets results->effects but for their figures.
 * rules: of every source; NULL for none.
 */
void hiding_apply(struct arena *arena, struct results *results, const struct reference *reference,
		  const struct disclosure_rule *const *rules, struct diag_list *diags);

/* Adds to results->effects how many figures are hidden, once all values are there. */
void hiding_count_figures(struct results *results);

#endif
