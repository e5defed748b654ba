#include "stats/benchmark.h"

#include "vectors/polarity.h"

static const char *const words[] = {
	[VERDICT_NOT_COMPARED] = "not compared",
	[VERDICT_SIMILAR] = "similar",
	[VERDICT_BETTER] = "better",
	[VERDICT_WORSE] = "worse",
	[VERDICT_HIGHER] = "higher",
	[VERDICT_LOWER] = "lower",
};

/* NULL when one of both ends is missing. */
static const struct interval *interval_of(const struct vectors *vectors, size_t row,
					  const char *lower, const char *upper,
					  struct interval *out)
{
	return vectors_number(vectors, row, lower, &out->lower) &&
			       vectors_number(vectors, row, upper, &out->upper)
		       ? out
		       : NULL;
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		struct interval own, other;
		const struct interval *limits = interval_of(expected, row, "lower", "upper", &own);
		const struct interval *others =
			interval_of(expected, row, "benchmark_lower", "benchmark_upper", &other);
		double benchmark;
		bool has_benchmark = vectors_number(expected, row, "benchmark", &benchmark);
		enum favourable favourable;

		if (!polarity_of(expected, row, &favourable))
			continue;
		vectors_compare_text(
			expected, row, "single_overlap",
			words[benchmark_single_overlap(limits, has_benchmark ? &benchmark : NULL,
						       favourable)]);
		vectors_compare_text(expected, row, "double_overlap",
				     words[benchmark_double_overlap(limits, others, favourable)]);
	}
}

const struct vector_file vectors_benchmark = {
	.columns = { .texts = (const char *const[]){ "polarity", "single_overlap", "double_overlap",
						     NULL },
		     .numbers =
			     (const char *const[]){ "lower", "upper", "benchmark",
						    "benchmark_lower", "benchmark_upper", NULL } },
	.compare = compare,
};
