#include "support/number_pool.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "indicator/figure.h"
#include "support/program.h"
#include "support/sentence_rules.h"

static void put(struct number_pool *pool, double number)
{
	if (pool->count < NUMBER_POOL_MOST)
		pool->numbers[pool->count++] = number;
}

static void put_value(struct number_pool *pool, const struct value *value)
{
	if (value_is_shown(value)) {
		put(pool, value->estimate);
		put(pool, fabs(value->estimate));
	}
}

static void put_counts(struct number_pool *pool, const struct result *result)
{
	if (quantity_is_shown(&result->numerator))
		put(pool, result->numerator.number);
	if (quantity_is_shown(&result->denominator))
		put(pool, result->denominator.number);
}

void number_pool_add(struct number_pool *pool, const struct view *view)
{
	struct value ratio, known;

	if (view->total != NULL) {
		put_value(pool, &view->total->value);
		put_counts(pool, view->total);
	}
	for (size_t i = 0; i < view->count; i++) {
		put_value(pool, &view->groups[i].value);
		if (view->groups[i].result != NULL)
			put_counts(pool, view->groups[i].result);
	}
	if (view->classification == NULL)
		return;
	ratio = view_measure(view, MEASURE_GAP);
	put_value(pool, &ratio);
	ratio = view_measure(view, MEASURE_SII);
	put_value(pool, &ratio);
	ratio = view_measure(view, MEASURE_RATIO);
	put_value(pool, &ratio);
	if (value_is_shown(&ratio))
		put(pool, 100 * fabs(ratio.estimate - 1));
	known = view_measure(view, MEASURE_COMPLETENESS);
	put_value(pool, &known);
	if (value_is_shown(&known))
		put(pool, 100 - known.estimate);
	/* Groups are counted: "higher for 3 of the 5", and the ratio "closer to 1". */
	for (size_t i = 0; i <= view->count; i++)
		put(pool, (double)i);
}

void number_pool_add_series(struct number_pool *pool, struct arena *arena, const struct view *view)
{
	struct cell_key key = view->key;
	size_t count;

	put(pool, 1);
	for (key.period = 0; key.period <= view->key.period; key.period++) {
		struct cell_key all = key;
		struct view then;

		all.group = GROUP_ALL;
		if (results_groups(view->results, &all, &count) == NULL)
			continue;
		then = view_of(arena, view->results, &all);
		number_pool_add(pool, &then);
	}
}

struct search {
	const struct number_pool *pool;
	bool unknown;
};

/* With the decimals printed, or with three figures. */
static bool is_rounding_of(double printed, unsigned decimals, double number)
{
	double step, rounded;

	/* Most figures are far from it, and rounding is slow. */
	if (fabs(number - printed) > fmax(0.51 * pow(10, -(double)decimals), 0.006 * fabs(number)))
		return false;
	rounded = number_round(number, decimals);
	if (fabs(rounded - printed) < 1e-9 * fmax(1, fabs(printed)))
		return true;
	if (decimals > 0 || fabs(number) < 1000)
		return false;
	step = pow(10, floor(log10(fabs(number))) - 2);
	return fabs(number_round(number / step, 0) * step - printed) < 1e-6 * fabs(printed);
}

static void look_up(double number, unsigned decimals, void *context)
{
	struct search *search = context;
	bool found = false;

	for (size_t i = 0; i < search->pool->count && !found; i++)
		found = is_rounding_of(number, decimals, search->pool->numbers[i]);
	search->unknown = search->unknown || !found;
}

/* Without names and reasons, which have numbers of their own: "20% of areas", "fewer than 10 events". */
static const char *without_names(const struct words *words, const struct view *view,
				 const char *text)
{
	static const char *const steps[][2] = {
		{ "less than 0.0001", "0.0000" }, { "less than 0.001", "0.000" },
		{ "less than 0.01", "0.00" },     { "less than 0.1", "0.0" },
		{ "less than 1%", "0%" },         { "less than 1 ", "0 " },
		{ "less than 1.", "0." },
	};
	const struct classification *classification = view->classification;
	struct arena *arena = words->arena;

	for (int reason = 1; reason < REASON_COUNT; reason++)
		text = text_replace(
			arena, text,
			strings_text(words->strings, string_of_reason((enum value_reason)reason)),
			"");
	/* "less than 0.1" is said of a figure that would be printed as 0.0. */
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		text = text_replace(arena, text, steps[i][0], steps[i][1]);
	if (classification == NULL || !classification->ordered)
		return text;
	text = text_replace(arena, text, classification->most, "A");
	return text_replace(arena, text, classification->least, "B");
}

bool number_pool_has(const struct number_pool *pool, const struct words *words,
		     const struct view *view, const char *text)
{
	struct search search = { .pool = pool };

	sentence_figures(without_names(words, view, text), look_up, &search);
	return !search.unknown;
}
