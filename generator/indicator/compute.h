/*
 * compute.h - all figures of a dataset.
 *
 * Order: counts of every cell, disclosure control on them, values, comparisons, measures of whole
 * breakdowns, decimals. Published values are taken as they are.
 */
#ifndef GRADIENT_INDICATOR_COMPUTE_H
#define GRADIENT_INDICATOR_COMPUTE_H

#include "indicator/method.h"
#include "model/reference.h"
#include "model/report.h"
#include "model/result.h"

struct arena;
struct diag_list;

struct results *results_compute(struct arena *arena, const struct report *report,
				const struct dataset *dataset, const struct reference *reference,
				struct diag_list *diags);

/* What a method saw when it worked out a result; for explaining. */
struct method_input results_input(const struct results *results, const struct reference *reference,
				  const struct result *result);

/* How a value compares with a benchmark: by whether its interval holds that. Neither may be unreliable. */
enum comparison value_compare(const struct value *value, const struct value *benchmark);

/* How two values compare by the interval of their difference. */
enum comparison values_compare(const struct value *first, const struct value *second);

#endif
