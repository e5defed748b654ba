#include <string.h>

#include "base/arena.h"
#include "stats/funnel.h"
#include "vectors/vectors.h"

typedef enum stats_outcome classify_function(const struct funnel_unit *unit, double average,
					     enum favourable favourable,
					     struct benchmark_verdict *out);

struct statistic {
	const char *name;
	classify_function *classify;
	bool by_rate;        /* the denominator is the one that the rate belongs to */
	bool without_events; /* those without events have a denominator too, that of the row */
	bool against_one;    /* expected events need no average */
};

static const struct statistic statistics[] = {
	{ .name = "proportion", .classify = funnel_classify_proportion, .without_events = true },
	{ .name = "ratio",
	  .classify = funnel_classify_rate,
	  .without_events = true,
	  .against_one = true },
	{ .name = "rate (crude)",
	  .classify = funnel_classify_rate,
	  .by_rate = true,
	  .without_events = true },
	{ .name = "rate (dsr)", .classify = funnel_classify_standardised, .by_rate = true },
};

static const struct statistic *find_statistic(const char *name)
{
	for (size_t i = 0; i < sizeof(statistics) / sizeof(statistics[0]); i++)
		if (strcmp(statistics[i].name, name) == 0)
			return &statistics[i];
	return NULL;
}

static struct funnel_unit unit_of(const struct vectors *vectors, size_t row,
				  const struct statistic *statistic)
{
	double rate = vectors_number_or(vectors, row, "rate", -1);
	double multiplier = vectors_number_or(vectors, row, "rate_multiplier", 1);
	struct funnel_unit unit = {
		.events = vectors_number_or(vectors, row, "x", -1),
		.denominator = statistic->without_events
				       ? vectors_number_or(vectors, row, "n_or_expected", -1)
				       : 0,
	};

	if (statistic->by_rate)
		funnel_effective_denominator(unit.events, rate / multiplier, &unit.denominator);
	return unit;
}

static enum stats_outcome average_of(const struct vectors *vectors,
				     const struct statistic *statistic, double *out)
{
	const size_t *rows;
	size_t count = vectors_select(vectors, "statistic", statistic->name, &rows);
	struct funnel_unit *units = arena_array(vectors_arena(vectors), count, sizeof(*units));

	for (size_t i = 0; i < count; i++)
		units[i] = unit_of(vectors, rows[i], statistic);
	*out = 1;
	return statistic->against_one ? STATS_OK : funnel_average(units, count, out);
}

static const char *words_for(struct benchmark_verdict verdict)
{
	bool outer = verdict.tier == BENCHMARK_TIER_99_8;

	if (verdict.tier == BENCHMARK_TIER_NONE)
		return verdict.verdict == VERDICT_SIMILAR ? "Not significant" : NULL;
	if (verdict.verdict == VERDICT_HIGHER)
		return outer ? "High (0.001)" : "High (0.025)";
	return outer ? "Low (0.001)" : "Low (0.025)";
}

static const char *class_of(const struct vectors *vectors, size_t row,
			    const struct statistic *statistic, double average)
{
	struct funnel_unit unit = unit_of(vectors, row, statistic);
	struct benchmark_verdict verdict;
	enum stats_outcome outcome =
		statistic->classify(&unit, average, FAVOURABLE_NEITHER, &verdict);

	if (outcome == STATS_TOO_FEW_EVENTS)
		return "Not applicable for events less than 10 for dsrs";
	return outcome == STATS_OK ? words_for(verdict) : NULL;
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	const struct statistic *statistic = NULL;
	enum stats_outcome outcome = STATS_OK;
	double average = 1;

	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		const char *name = vectors_text(expected, row, "statistic");

		if (statistic == NULL || strcmp(statistic->name, name) != 0) {
			statistic = find_statistic(name);
			if (statistic == NULL) {
				vectors_fault(expected, row, "statistic",
					      "no such statistic: \"%s\"", name);
				continue;
			}
			outcome = average_of(expected, statistic, &average);
		}
		vectors_compare_text(
			expected, row, "significance",
			outcome == STATS_OK ? class_of(expected, row, statistic, average) : NULL);
	}
}

const struct vector_file vectors_funnel_significance = {
	.columns = { .texts = (const char *const[]){ "statistic", "significance", NULL },
		     .numbers = (const char *const[]){ "x", "n_or_expected", "rate",
						       "rate_multiplier", NULL } },
	.compare = compare,
};
