#include "indicator/measuring.h"

#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "indicator/compute.h"
#include "indicator/explain.h"
#include "indicator/measure_method.h"
#include "indicator/measures/slope_line.h"

enum { SERIES_YEARS_MOST = 100 };

/* A breakdown on its way to a measure. */
struct breakdown {
	const struct measuring *measuring;
	struct measure_input input; /* what hangs on the choice is set for every measure */
	struct arena *scratch;
	bool coarse; /* a group must not be seen exactly */
};

static const struct indicator *indicator_of(const struct results *results,
					    const struct cell_key *key)
{
	return &results->dataset->indicators->items[key->indicator];
}

static double confidence_of(const struct results *results, const struct measure_choice *choice)
{
	return choice->confidence > 0 ? choice->confidence : results->confidence;
}

/* -- what is the same in other words ------------------------------------------------------------ */

/* The least deprived group of a classification; GROUP_ALL when its groups have no order. */
static int least_deprived(const struct classification *classification)
{
	for (size_t i = classification->count; classification->ordered && i > 0; i--)
		if (classification->groups[i - 1].kind == GROUP_ORDINARY)
			return (int)i - 1;
	return GROUP_ALL;
}

/* Gaps and attributable figures are from the least deprived group, the latter else from the best. */
static bool is_usual_reference(const struct classification *classification,
			       const struct measure_choice *choice)
{
	if (choice->measure == MEASURE_MEAN_DIFFERENCE)
		return false;
	if (choice->reference == REFERENCE_BEST)
		return !classification->ordered;
	return choice->reference >= 0 && choice->reference == least_deprived(classification);
}

/* Whether a sign by polarity is that as subtracted, so that asking for it changes nothing. */
static bool has_raw_sign(const struct results *results, const struct cell_key *key,
			 enum measure measure)
{
	bool turned = indicator_of(results, key)->polarity == POLARITY_HIGH_GOOD;

	/* Pairs are the most less the least deprived as subtracted, slopes the least less the most. */
	if (measure_kind(measure)->scope == MEASURE_SCOPE_PAIR)
		return key->group != GROUP_ALL || !turned;
	return turned;
}

struct measure_choice measuring_settled(const struct results *results, const struct cell_key *key,
					const struct measure_choice *choice)
{
	const struct indicator *indicator = indicator_of(results, key);
	struct measure_choice settled = *choice;

	if (settled.confidence == results->confidence)
		settled.confidence = 0;
	if (settled.transform ==
	    measure_slope_transform(indicator, method_find(indicator->method), TRANSFORM_BY_METHOD))
		settled.transform = TRANSFORM_BY_METHOD;
	if (key->classification != CLASSIFICATION_ALL &&
	    is_usual_reference(results->dataset->dimensions->classifications[key->classification],
			       choice))
		settled.reference = REFERENCE_BY_MEASURE;
	if (has_raw_sign(results, key, choice->measure))
		settled.raw = false;
	return settled;
}

/* -- results at another confidence ------------------------------------------------------------- */

/* Limits of a result at the confidence asked for; published ones are there at their own level alone. */
static void set_limits(const struct measuring *measuring, double confidence, struct result *result)
{
	const struct results *results = measuring->results;
	struct result other = *result;
	struct method_input input;

	if (confidence == results->confidence || !value_is_shown(&result->value))
		return;
	if (result->value.origin == VALUE_GIVEN) {
		result->value.limits =
			confidence == 0.95 ? result->limits_95 : (struct interval_limits){ 0 };
		return;
	}
	input = results_input(results, measuring->reference, result);
	input.confidence = confidence;
	method_find(indicator_of(results, &result->key)->method)->compute(&input, &other);
	result->value.limits = other.value.limits;
}

static struct result exact_result(const struct measuring *measuring, const struct result *result,
				  double confidence)
{
	struct result exact = measuring->exact[result - measuring->results->items];

	set_limits(measuring, confidence, &exact);
	return exact;
}

static const struct result *take(struct breakdown *breakdown, const struct result *result)
{
	struct result *exact;

	if (result == NULL)
		return NULL;
	exact = arena_alloc(breakdown->scratch, sizeof(*exact));
	*exact = exact_result(breakdown->measuring, result, breakdown->input.confidence);
	breakdown->coarse = breakdown->coarse || exact->value.coarse;
	return exact;
}

/* -- the groups of a breakdown ------------------------------------------------------------------ */

static size_t place_of(const struct classification *classification, int group)
{
	size_t place = 0;

	for (int before = 0; before < group; before++)
		place += classification->groups[before].kind == GROUP_ORDINARY;
	return place;
}

/* Listed classifications have a place for every group, others one for every group of the data. */
static void collect_groups(struct breakdown *breakdown, const struct cell_key *key)
{
	struct measure_input *input = &breakdown->input;
	const struct classification *classification = input->classification;
	bool listed = classification->form == CLASSIFICATION_LISTED;
	size_t count;
	const struct result *first = results_groups(breakdown->measuring->results, key, &count);
	const struct result **groups =
		arena_array(breakdown->scratch, classification->count + 1, sizeof(*groups));

	if (listed)
		input->count = place_of(classification, (int)classification->count);
	for (size_t i = 0; i < count; i++) {
		const struct group *group = &classification->groups[first[i].key.group];

		if (first[i].key.sex != key->sex)
			continue;
		if (group->kind == GROUP_UNKNOWN)
			input->unknown = take(breakdown, &first[i]);
		else if (listed)
			groups[place_of(classification, first[i].key.group)] =
				take(breakdown, &first[i]);
		else
			groups[input->count++] = take(breakdown, &first[i]);
	}
	input->groups = groups;
}

static const struct result *find_total(const struct results *results, struct cell_key key)
{
	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	return results_find(results, &key);
}

static const struct result *find_one(struct breakdown *breakdown, struct cell_key key, int group)
{
	if (group == GROUP_ALL)
		return breakdown->input.total;
	key.group = group;
	return take(breakdown, results_find(breakdown->measuring->results, &key));
}

/* Figures of one group, or of the total, in yearly steps back from the period. */
static void collect_series(struct breakdown *breakdown, struct cell_key key)
{
	const struct results *results = breakdown->measuring->results;
	const struct dataset *dataset = results->dataset;
	const struct period *periods = dataset->periods, *latest = &periods[key.period];
	const struct result **series =
		arena_array(breakdown->scratch, SERIES_YEARS_MOST, sizeof(*series));
	struct measure_input *input = &breakdown->input;

	for (key.period = 0; key.period < (int)dataset->period_count; key.period++) {
		int years = period_years_after(&periods[key.period], latest);

		if (years < 0 || years >= SERIES_YEARS_MOST || series[years] != NULL ||
		    body_break(dataset, key.organisation, &periods[key.period], latest) != NULL)
			continue;
		series[years] = take(breakdown, results_find(results, &key));
		if (series[years] != NULL && (size_t)years >= input->series_count)
			input->series_count = (size_t)years + 1;
	}
	input->series = series;
}

/* True when a pair is that of the ends, since nothing else is said. */
static bool is_of_ends(const struct cell_key *key, const struct measure_choice *choice)
{
	return key->group == GROUP_ALL || choice->reference == REFERENCE_BY_MEASURE;
}

/* Two groups that are named need no other beside them: a table of organisations has thousands. */
static bool needs_all_groups(const struct cell_key *key, const struct measure_choice *choice)
{
	enum measure_scope scope = measure_kind(choice->measure)->scope;

	return scope == MEASURE_SCOPE_DIMENSION ||
	       (scope == MEASURE_SCOPE_PAIR && is_of_ends(key, choice));
}

/* What a breakdown consists of, with limits of a confidence. */
static struct breakdown breakdown_open(const struct measuring *measuring,
				       const struct cell_key *key,
				       const struct measure_choice *choice)
{
	const struct results *results = measuring->results;
	struct breakdown breakdown = { .measuring = measuring, .scratch = arena_new() };
	struct measure_input *input = &breakdown.input;

	input->confidence = confidence_of(results, choice);
	input->indicator = indicator_of(results, key);
	input->method = method_find(input->indicator->method);
	input->periods = results->dataset->periods;
	if (key->classification == CLASSIFICATION_ALL)
		return breakdown;
	input->classification = results->dataset->dimensions->classifications[key->classification];
	input->total = take(&breakdown, find_total(results, *key));
	input->counted = input->total != NULL && input->total->source >= 0 &&
			 results->dataset->sources[input->total->source].counted;
	if (needs_all_groups(key, choice))
		collect_groups(&breakdown, key);
	return breakdown;
}

static void breakdown_close(struct breakdown *breakdown)
{
	arena_free(breakdown->scratch);
}

/* The group of a pair that is asked for and its reference. */
static void collect_pair(struct breakdown *breakdown, const struct cell_key *key)
{
	struct measure_input *input = &breakdown->input;
	int reference = input->choice->reference;

	input->first =
		key->group == GROUP_ALL ? input->groups[0] : find_one(breakdown, *key, key->group);
	input->second = reference == REFERENCE_BY_MEASURE ? input->groups[input->count - 1]
							  : find_one(breakdown, *key, reference);
}

static bool is_itself(const struct measure_input *input)
{
	return input->first != NULL && input->second != NULL &&
	       input->first->key.group == input->second->key.group;
}

static bool is_unknown(const struct measure_input *input, const struct result *result)
{
	return result != NULL && result->key.group >= 0 &&
	       input->classification->groups[result->key.group].kind == GROUP_UNKNOWN;
}

/* People whose group nobody recorded are no group to compare. */
static bool is_of_unknown(const struct measure_input *input)
{
	return is_unknown(input, input->first) || is_unknown(input, input->second);
}

/* -- the measure -------------------------------------------------------------------------------- */

/* The state of a measure that this breakdown cannot have; shown when it can. */
static struct value unfit(const struct measure_input *input, const struct cell_key *key)
{
	enum measure measure = input->choice->measure;
	bool pair = measure_kind(measure)->scope == MEASURE_SCOPE_PAIR;
	bool ends = pair && is_of_ends(key, input->choice);

	if (measure_kind(measure)->scope == MEASURE_SCOPE_SERIES)
		return (struct value){ .state = VALUE_SHOWN };
	if (input->classification == NULL)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	if ((ends || measure_needs_order(measure)) && !input->classification->ordered)
		return value_without(VALUE_NOT_APPLICABLE, REASON_NOT_ORDERED);
	if (needs_all_groups(key, input->choice) && input->count < (ends ? 2 : 1))
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	return (struct value){ .state = VALUE_SHOWN };
}

static struct breakdown_result breakdown_measure(struct breakdown *breakdown,
						 const struct cell_key *key,
						 const struct measure_choice *choice,
						 struct buffer *steps)
{
	struct breakdown_result out = { .key = *key, .choice = *choice };
	struct measure_input *input = &breakdown->input;

	input->choice = choice;
	input->turned = input->indicator->polarity == POLARITY_HIGH_GOOD && !choice->raw &&
			key->group == GROUP_ALL;
	out.value = unfit(input, key);
	if (!value_is_shown(&out.value))
		return out;
	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_PAIR) {
		collect_pair(breakdown, key);
		if (is_itself(input) || is_of_unknown(input)) {
			out.value = value_without(VALUE_NOT_APPLICABLE,
						  is_itself(input) ? REASON_IS_REFERENCE
								   : REASON_GROUP_UNKNOWN);
			return out;
		}
	}
	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_SERIES)
		collect_series(breakdown, *key);
	if (breakdown->coarse && steps != NULL)
		explain_step(steps, "worked out from exact counts, of which only rounded or hidden "
				    "ones may be shown");
	input->steps = breakdown->coarse ? NULL : steps;
	measure_method(choice->measure)->compute(input, &out);
	if (!measure_method(choice->measure)->of_counts)
		measure_mark_indirect(input, &out.value);
	return out;
}

/* The figure of one group with limits of another confidence. */
static struct breakdown_result figure_of_group(const struct measuring *measuring,
					       const struct cell_key *key,
					       const struct measure_choice *choice)
{
	const struct results *results = measuring->results;
	const struct result *result = results_find(results, key);
	struct breakdown_result out = { .key = *key, .choice = *choice };

	out.value = result == NULL
			    ? value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
			    : exact_result(measuring, result, confidence_of(results, choice)).value;
	return out;
}

struct breakdown_result measuring_figure(const struct measuring *measuring,
					 const struct cell_key *key,
					 const struct measure_choice *choice, struct buffer *steps)
{
	struct breakdown_result figure;
	struct breakdown breakdown;

	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_GROUP)
		return figure_of_group(measuring, key, choice);
	breakdown = breakdown_open(measuring, key, choice);
	figure = breakdown_measure(&breakdown, key, choice, steps);
	breakdown_close(&breakdown);
	return figure;
}

void measuring_figures(const struct measuring *measuring, const struct cell_key *key,
		       const enum measure *measures, size_t count, struct breakdown_result *out)
{
	/* Any measure of the whole: the groups are the same for all. */
	struct measure_choice choice = measure_plain(MEASURE_COMPLETENESS);
	struct breakdown breakdown = breakdown_open(measuring, key, &choice);

	for (size_t i = 0; i < count; i++) {
		choice = measure_plain(measures[i]);
		out[i] = breakdown_measure(&breakdown, key, &choice, NULL);
	}
	breakdown_close(&breakdown);
}

/* -- what may be seen --------------------------------------------------------------------------- */

/* An end of a line, which stays inside what its scale allows. */
static double coarse_end(const struct indicator *indicator, double fitted, unsigned decimals)
{
	double rounded = number_round(fitted, decimals), half = pow(10, -(double)decimals) / 2;

	if (fitted > 0 && rounded <= 0)
		return half;
	if (indicator_is_percentage(indicator) && fitted < 100 && rounded >= 100)
		return 100 - half;
	return rounded;
}

static double three_figures(double number, double step)
{
	return number_round(number / step, 0) * step;
}

static void keep_three_figures(struct value *value)
{
	double step = value->estimate > 0 ? pow(10, floor(log10(value->estimate)) - 2) : 1;

	value->estimate = three_figures(value->estimate, step);
	value->limits.lower = three_figures(value->limits.lower, step);
	value->limits.upper = three_figures(value->limits.upper, step);
}

void measuring_coarsen(const struct results *results, struct breakdown_result *figure)
{
	const struct indicator *indicator = indicator_of(results, &figure->key);
	enum measure measure = figure->choice.measure;
	unsigned decimals = results_decimals(results, figure->key.indicator, MEASURE_VALUE);

	if (!figure->value.coarse || !value_is_shown(&figure->value))
		return;
	if (measure_kind(measure)->unit == MEASURE_UNIT_BARE)
		keep_three_figures(&figure->value);
	value_coarsen(&figure->value, results_decimals(results, figure->key.indicator, measure));
	figure->fitted_most = coarse_end(indicator, figure->fitted_most, decimals);
	figure->fitted_least = coarse_end(indicator, figure->fitted_least, decimals);
}
