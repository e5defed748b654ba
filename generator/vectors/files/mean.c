#include "stats/mean.h"

#include <math.h>

#include "base/arena.h"
#include "vectors/vectors.h"

/* Values may cancel in the sum: what rounding leaves of it is small beside their spread. */
static struct vectors_tolerance tolerance_of(double spread)
{
	return (struct vectors_tolerance){
		.share = 1e-9,
		.floor = 1e-9,
		.rounding = vectors_noise(spread),
	};
}

static enum stats_outcome summarise(struct vectors *expected, const struct vectors *inputs,
				    size_t row, struct mean_summary *out)
{
	const size_t *rows;
	size_t count = vectors_case(expected, row, "group", inputs, &rows);
	double *values = arena_array(vectors_arena(expected), count, sizeof(*values));

	for (size_t i = 0; i < count; i++)
		values[i] = vectors_number_or(inputs, rows[i], "value", nan(""));
	return mean_summarise(values, count, out);
}

static enum stats_outcome compare_limits(struct vectors *expected, size_t row,
					 const struct mean_summary *summary, double confidence,
					 const char *const columns[static 3])
{
	struct estimate out = { 0 };
	enum stats_outcome outcome = mean_limits(summary, confidence, &out);

	vectors_compare_estimate(expected, row, columns, outcome == STATS_OK, &out, 1,
				 tolerance_of(summary->deviation));
	return outcome;
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	static const char *const columns_95[] = { NULL, "lower95", "upper95" };
	static const char *const columns_998[] = { NULL, "lower998", "upper998" };

	for (size_t row = 0; row < vectors_rows(expected); row++) {
		struct mean_summary summary = { 0 };
		enum stats_outcome outcome = summarise(expected, inputs, row, &summary);
		bool known = outcome == STATS_OK;
		double spread = summary.deviation;

		vectors_compare(expected, row, "n", known, summary.count, tolerance_of(0));
		vectors_compare(expected, row, "sum", known, summary.count * summary.mean,
				tolerance_of(summary.count * spread));
		vectors_compare(expected, row, "sd", known && summary.count > 1, spread,
				tolerance_of(0));
		vectors_compare(expected, row, "mean", known, summary.mean, tolerance_of(spread));
		if (!known)
			summary.mean = nan("");
		compare_limits(expected, row, &summary, 0.998, columns_998);
		outcome = compare_limits(expected, row, &summary, 0.95, columns_95);
		vectors_compare_kind(expected, row,
				     outcome == STATS_SINGLE_VALUE ? "undefined"
								   : vectors_kind(outcome));
	}
}

const struct vector_file vectors_mean = {
	.columns = { .texts = (const char *const[]){ "group", NULL },
		     .numbers = (const char *const[]){ "n", "mean", "lower95", "upper95",
						       "lower998", "upper998", NULL },
		     .optional = (const char *const[]){ "sum", "sd", NULL } },
	.inputs = { .texts = (const char *const[]){ "group", NULL },
		    .numbers = (const char *const[]){ "value", NULL } },
	.compare = compare,
};
