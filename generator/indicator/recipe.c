#include "indicator/recipe.h"

#include <math.h>

#include "base/buffer.h"
#include "indicator/measures/slope_line.h"
#include "stats/bootstrap.h"

static const struct indicator *indicator_of(const struct results *results,
					    const struct cell_key *key)
{
	return &results->dataset->indicators->items[key->indicator];
}

/* Where the next parameter goes: they are separated by semicolons. */
static struct buffer *next(struct buffer *out)
{
	if (out->length > 0)
		buffer_add_char(out, ';');
	return out;
}

/* Where the last age band of a life table starts: its reader is to know. */
static double closing_age(const struct results *results, const struct result *result)
{
	const struct age_set *set = &results->age_sets[result->age_set];
	double closing = indicator_of(results, &result->key)->closing_age, last = 0;

	for (size_t i = 0; i < set->count; i++)
		last = fmax(last, results->dataset->ages->groups[set->ages[i]].lower);
	return closing > 0 ? closing : last;
}

void recipe_of_value(const struct results *results, const struct result *result, struct buffer *out)
{
	const struct indicator *indicator = indicator_of(results, &result->key);
	bool given = result->value.origin == VALUE_GIVEN && value_is_shown(&result->value);

	if (indicator->multiplier != 1)
		buffer_printf(next(out), "per=%.15g", indicator->multiplier);
	if (!given && indicator->standard[0] != '\0')
		buffer_printf(next(out), "standard=%s", indicator->standard);
	if (!given && indicator->reference[0] != '\0')
		buffer_printf(next(out), "reference=%s", indicator->reference);
	if (!given && method_find(indicator->method)->is_life)
		buffer_printf(next(out), "at-age=%.15g;closing-age=%.15g", indicator->at_age,
			      closing_age(results, result));
	if (!given && indicator->byar_below_ten)
		buffer_printf(next(out), "small-counts=byar");
	if (result->value.limits.known)
		buffer_printf(next(out), "confidence=%.15g", results->confidence);
	if (result->value.coarse)
		buffer_printf(next(out), "counts=exact");
}

/* The group that others are measured against, as an author would write it. */
static void add_reference(const struct results *results, const struct breakdown_result *figure,
			  struct buffer *out)
{
	const struct classification *classification =
		results->dataset->dimensions->classifications[figure->key.classification];
	int reference = figure->choice.reference;
	bool pair = measure_kind(figure->choice.measure)->scope == MEASURE_SCOPE_PAIR;
	const char *name = classification->ordered ? "least" : "best";

	/* Without an order there are no ends to compare. */
	if (pair && reference == REFERENCE_BY_MEASURE && !classification->ordered)
		return;
	if (reference >= 0)
		name = classification->groups[reference].label;
	else if (reference == GROUP_ALL)
		name = "all";
	else if (reference == REFERENCE_BEST)
		name = "best";
	else if (figure->choice.measure == MEASURE_MEAN_DIFFERENCE)
		name = "mean";
	buffer_printf(next(out), "reference=%s", name);
}

static const char *change_name(enum comparison change)
{
	if (change == COMPARISON_SIMILAR)
		return "none";
	return change == COMPARISON_HIGHER ? "up" : "down";
}

void recipe_of_measure(const struct results *results, const struct breakdown_result *figure,
		       struct buffer *out)
{
	const struct indicator *indicator = indicator_of(results, &figure->key);
	const struct measure_choice *choice = &figure->choice;
	const struct measure_method *method = measure_method(choice->measure);
	unsigned takes = measure_kind(choice->measure)->parameters;

	if (takes & TAKES_TRANSFORM)
		buffer_printf(
			next(out), "transform=%s",
			measure_transform_name(measure_slope_transform(
				indicator, method_find(indicator->method), choice->transform)));
	if (takes & TAKES_REFERENCE)
		add_reference(results, figure, out);
	if (takes & TAKES_WEIGHTS)
		buffer_printf(next(out), "weights=%s", choice->unweighted ? "none" : "population");
	/* The sign of a gap of a group that is named is that of the formula. */
	if ((takes & TAKES_SIGN) && figure->key.group == GROUP_ALL)
		buffer_printf(next(out), "sign=%s", choice->raw ? "raw" : "polarity");
	if (figure->change != COMPARISON_NONE)
		buffer_printf(next(out), "trend=%s", change_name(figure->change));
	if (!figure->value.limits.known)
		return;
	buffer_printf(next(out), "confidence=%.15g",
		      choice->confidence > 0 ? choice->confidence : results->confidence);
	if (method != NULL && method->draws)
		buffer_printf(next(out), "draws=%zu;seed=%llu", bootstrap_usual().draws,
			      (unsigned long long)bootstrap_usual().seed);
}
