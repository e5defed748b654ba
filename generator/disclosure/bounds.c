#include <math.h>
#include <string.h>

#include "base/number.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"

static const double nearly = 1e-6;

/* part <= whole, unless the counts themselves say otherwise. */
static void add_part(struct structure *structure, size_t part, size_t whole)
{
	const struct count *counts = structure->problem.counts;

	if (part == NO_COUNT || whole == NO_COUNT || part == whole ||
	    (counts[part].known && counts[whole].known &&
	     counts[part].number > counts[whole].number + nearly))
		return;
	problem_line(&structure->problem, (struct span){ -INFINITY, 0 });
	problem_term(&structure->problem, part, 1);
	problem_term(&structure->problem, whole, -1);
}

static void add_nested(struct structure *structure, const struct result *result, size_t part)
{
	const struct control *control = structure->control;
	const struct indicators *indicators = control->results->dataset->indicators;
	const char *around = indicators->items[result->key.indicator].nested_in;
	struct cell_key key = result->key;

	if (around == NULL || around[0] == '\0')
		return;
	key.indicator = indicator_find(indicators, around);
	if (key.indicator >= 0)
		add_part(structure, part, structure_find(structure, &key, NUMERATOR));
}

/* factor x numerator - denominator within a limit. */
static void add_limit(struct structure *structure, const size_t *places, double share,
		      struct span sum)
{
	problem_line(&structure->problem, sum);
	problem_term(&structure->problem, places[NUMERATOR], 1);
	problem_term(&structure->problem, places[DENOMINATOR], -share);
}

/* Decimals of a number as short as it can be written. */
static int decimals_of(double number)
{
	char text[NUMBER_TEXT_MAX];
	const char *point;

	number_shortest(number, text);
	point = strchr(text, '.');
	return point == NULL || strpbrk(text, "eE") != NULL ? 0 : (int)strlen(point + 1);
}

/* Both counts are shown as one of several numbers, of which the value beside them leaves fewer. */
static bool leaves_fewer(const struct structure *structure, const size_t *places)
{
	for (int side = NUMERATOR; side < COUNT_SIDES; side++) {
		const struct count *count;

		if (places[side] == NO_COUNT)
			return false;
		count = &structure->problem.counts[places[side]];
		if (count->hidden || !count->known || count->number <= 0 ||
		    !(count->shown.lower < count->shown.upper))
			return false;
	}
	return true;
}

/* A published value lies within half a step of its last digit around numerator / denominator. */
static void add_value(struct structure *structure, const struct result *result,
		      const size_t *places)
{
	const struct results *results = structure->control->results;
	double per = results->dataset->indicators->items[result->key.indicator].multiplier;
	const struct count *counts = structure->problem.counts;
	double half, ratio;
	size_t count;
	const struct observation *row = dataset_find(results->dataset, &result->key, &count);

	if (row == NULL || row->age != AGE_ALL || !quantity_is_shown(&row->value) ||
	    !leaves_fewer(structure, places))
		return;
	half = 0.5 * pow(10, -decimals_of(row->value.number)) + nearly;
	ratio = per * counts[places[NUMERATOR]].number / counts[places[DENOMINATOR]].number;
	/* A rate that is adjusted says less. */
	if (fabs(ratio - row->value.number) > half)
		return;
	add_limit(structure, places, (row->value.number - half) / per,
		  (struct span){ 0, INFINITY });
	add_limit(structure, places, (row->value.number + half) / per,
		  (struct span){ -INFINITY, 0 });
}

void lines_add_bounds(struct structure *structure)
{
	const struct control *control = structure->control;

	for (size_t i = 0; i < control->results->count; i++) {
		const struct result *result = &control->results->items[i];
		const struct control_indicator *kind = &control->indicators[result->key.indicator];
		const size_t *places = structure->places[i];
		bool guarded = rule_is_guarded(structure_rule(structure, result, NUMERATOR));
		bool people = rule_is_guarded(structure_rule(structure, result, DENOMINATOR));

		if (!guarded && !people)
			continue;
		add_nested(structure, result, places[NUMERATOR]);
		if (kind->is_share)
			add_part(structure, places[NUMERATOR], places[DENOMINATOR]);
		if (kind->is_divided)
			add_value(structure, result, places);
	}
}
