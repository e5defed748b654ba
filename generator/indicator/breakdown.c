#include "indicator/breakdown.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/method.h"
#include "stats/gap.h"
#include "stats/slope.h"

/* Groups of one classification in one period, in order; NULL where the data have none. */
struct breakdown {
	struct arena *arena;
	struct results *results;
	const struct indicator *indicator;
	const struct method *method;
	const struct classification *classification;
	struct cell_key key;
	const struct result *groups[SLOPE_GROUPS_MOST]; /* ordinary groups, most deprived first */
	size_t count;
	const struct result *unknown, *total;
};

static void add(struct breakdown *breakdown, enum measure measure, struct value value,
		double fitted_most, double fitted_least)
{
	struct results *results = breakdown->results;

	results->breakdowns =
		arena_grow(breakdown->arena, results->breakdowns, results->breakdown_count,
			   &results->breakdown_capacity, sizeof(*results->breakdowns));
	results->breakdowns[results->breakdown_count++] = (struct breakdown_result){
		.key = breakdown->key,
		.measure = measure,
		.value = value,
		.fitted_most = fitted_most,
		.fitted_least = fitted_least,
	};
}

/* The state that a measure takes from the groups it needs; VALUE_SHOWN when all of them are shown. */
static struct value state_of(const struct result *const *groups, size_t count)
{
	struct value state = { .state = VALUE_SHOWN };

	for (size_t i = 0; i < count; i++) {
		if (groups[i] == NULL)
			return value_without(VALUE_NOT_AVAILABLE, REASON_GROUP_MISSING);
		if (groups[i]->value.state == VALUE_SUPPRESSED)
			return value_without(VALUE_SUPPRESSED, REASON_GROUP_HIDDEN);
		if (!value_is_shown(&groups[i]->value))
			return value_without(groups[i]->value.state, REASON_GROUP_MISSING);
		state.coarse = state.coarse || groups[i]->value.coarse;
		if (groups[i]->value.state == VALUE_UNRELIABLE) {
			state.state = VALUE_UNRELIABLE;
			state.reason = groups[i]->value.reason;
		}
	}
	return state;
}

static struct estimate estimate_of(const struct value *value, double divide)
{
	return (struct estimate){ value->estimate / divide,
				  { value->limits.lower / divide, value->limits.upper / divide } };
}

static void add_gap(struct breakdown *breakdown, const struct result *most,
		    const struct result *least, struct value value)
{
	struct estimate first = estimate_of(&most->value, 1);
	struct estimate second = estimate_of(&least->value, 1), gap;

	value.estimate = first.value - second.value;
	if (most->value.limits.known && least->value.limits.known &&
	    gap_difference(&first, &second, &gap) == STATS_OK)
		value.limits = (struct interval_limits){ true, gap.limits.lower, gap.limits.upper };
	add(breakdown, MEASURE_GAP, value, 0, 0);
}

/* A group with its standard error: the method's own, or from published limits. */
static bool error_of(const struct result *result, double confidence, bool is_share,
		     struct gap_group *group)
{
	struct estimate published = estimate_of(&result->value, 1);

	*group = (struct gap_group){ result->value.estimate, result->standard_error };
	if (result->standard_error >= 0)
		return true;
	if (!result->value.limits.known)
		return false;
	return (is_share ? gap_from_limits(&published, confidence, group)
			 : gap_from_log_limits(&published, confidence, group)) == STATS_OK;
}

static void add_ratio(struct breakdown *breakdown, const struct result *most,
		      const struct result *least, struct value value)
{
	struct gap_group first, second;
	struct estimate ratio;
	bool is_share = indicator_is_percentage(breakdown->indicator);

	if (!breakdown->method->compares || most->value.estimate < 0 || least->value.estimate < 0) {
		add(breakdown, MEASURE_RATIO,
		    value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH), 0, 0);
		return;
	}
	if (gap_ratio_value(most->value.estimate, least->value.estimate, &value.estimate) !=
	    STATS_OK) {
		add(breakdown, MEASURE_RATIO,
		    value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR), 0, 0);
		return;
	}
	if (error_of(most, breakdown->results->confidence, is_share, &first) &&
	    error_of(least, breakdown->results->confidence, is_share, &second) &&
	    gap_ratio(&first, &second, breakdown->results->confidence, &ratio) == STATS_OK)
		value.limits =
			(struct interval_limits){ true, ratio.limits.lower, ratio.limits.upper };
	add(breakdown, MEASURE_RATIO, value, 0, 0);
}

static void add_gap_and_ratio(struct breakdown *breakdown)
{
	const struct result *ends[] = { breakdown->groups[0],
					breakdown->groups[breakdown->count - 1] };
	struct value state = state_of(ends, 2);

	if (!value_is_shown(&state)) {
		add(breakdown, MEASURE_GAP, state, 0, 0);
		add(breakdown, MEASURE_RATIO, state, 0, 0);
		return;
	}
	add_gap(breakdown, ends[0], ends[1], state);
	add_ratio(breakdown, ends[0], ends[1], state);
}

/* -- slope ------------------------------------------------------------------------------------ */

static struct value without_slope(enum stats_outcome outcome)
{
	enum value_reason reason = REASON_NO_DENOMINATOR;

	if (outcome == STATS_TOO_FEW_GROUPS || outcome == STATS_TOO_MANY_GROUPS)
		reason = REASON_FEW_GROUPS;
	else if (outcome == STATS_ZERO_EVENTS_IN_GROUP || outcome == STATS_ALL_EVENTS_IN_GROUP)
		reason = REASON_ZERO_EVENTS_IN_GROUP;
	return value_without(VALUE_NOT_AVAILABLE, reason);
}

static enum slope_model model_of(const struct indicator *indicator, const struct method *method)
{
	return method->is_rate || !indicator_is_percentage(indicator) ? SLOPE_LOG_RATE
								      : SLOPE_LOGIT_PROPORTION;
}

/* False with the state of the measures when a group lacks limits or a population. */
static bool slope_groups(const struct breakdown *breakdown, struct slope_group *groups,
			 struct value *state)
{
	double multiplier = breakdown->indicator->multiplier;

	for (size_t i = 0; i < breakdown->count; i++) {
		const struct result *result = breakdown->groups[i];

		if (!result->limits_95.known) {
			*state = value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
			return false;
		}
		if (!quantity_is_shown(&result->denominator)) {
			*state = value_without(VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR);
			return false;
		}
		groups[i] = (struct slope_group){
			.estimate = { result->value.estimate / multiplier,
				      { result->limits_95.lower / multiplier,
					result->limits_95.upper / multiplier } },
			.population = result->denominator.number,
		};
	}
	return true;
}

static struct value with_estimate(struct value value, const struct estimate *estimate)
{
	value.estimate = estimate->value;
	value.limits =
		(struct interval_limits){ true, estimate->limits.lower, estimate->limits.upper };
	return value;
}

static void add_slope(struct breakdown *breakdown)
{
	struct slope_group groups[SLOPE_GROUPS_MOST];
	struct value state = state_of(breakdown->groups, breakdown->count);
	double multiplier = breakdown->indicator->multiplier;
	double confidence = breakdown->results->confidence;
	struct estimate slope, relative;
	enum stats_outcome outcome;
	struct slope_fit fit;
	size_t group;

	if (!breakdown->method->compares)
		state = value_without(VALUE_NOT_APPLICABLE, REASON_METHOD_HAS_NO_SUCH);
	if (value_is_shown(&state) && slope_groups(breakdown, groups, &state)) {
		outcome =
			slope_fit(groups, breakdown->count,
				  model_of(breakdown->indicator, breakdown->method), &fit, &group);
		/* A negative multiplier makes the index that of the most less the least deprived. */
		if (outcome == STATS_OK)
			outcome = slope_index(&fit, confidence, -multiplier, &slope);
		if (outcome == STATS_OK) {
			double most = slope_fitted(&fit, 0) * multiplier;
			double least = slope_fitted(&fit, 1) * multiplier;

			add(breakdown, MEASURE_SII, with_estimate(state, &slope), most, least);
			outcome = slope_relative_index(&fit, confidence, -1, &relative);
			add(breakdown, MEASURE_RII,
			    outcome == STATS_OK
				    ? with_estimate(state, &relative)
				    : value_without(VALUE_NOT_AVAILABLE, REASON_ZERO_COMPARATOR),
			    most, least);
			return;
		}
		state = without_slope(outcome);
	}
	add(breakdown, MEASURE_SII, state, 0, 0);
	add(breakdown, MEASURE_RII, state, 0, 0);
}

double breakdown_fitted(const struct results *results, const struct breakdown_result *slope,
			double relative_rank)
{
	const struct indicator *indicator =
		&results->dataset->indicators->items[slope->key.indicator];
	struct slope_fit line = slope_line(model_of(indicator, method_find(indicator->method)),
					   slope->fitted_most / indicator->multiplier,
					   slope->fitted_least / indicator->multiplier);

	return slope_fitted(&line, relative_rank) * indicator->multiplier;
}

/* -- completeness ----------------------------------------------------------------------------- */

/* Records are counted by the denominator where it comes with them, otherwise by the numerator. */
static const struct quantity *records(const struct breakdown *breakdown,
				      const struct result *result)
{
	return breakdown->method->is_share && breakdown->indicator->denominator_source[0] == '\0'
		       ? &result->denominator
		       : &result->numerator;
}

static void add_completeness(struct breakdown *breakdown)
{
	const struct quantity *unknown, *all;
	struct value value = { .state = VALUE_SHOWN };

	if (breakdown->unknown == NULL || breakdown->total == NULL)
		return;
	unknown = records(breakdown, breakdown->unknown);
	all = records(breakdown, breakdown->total);
	if (!quantity_is_shown(unknown))
		value = value_without(unknown->state, REASON_GROUP_HIDDEN);
	else if (!quantity_is_shown(all) || all->number <= 0 || unknown->number > all->number)
		value = value_without(VALUE_NOT_AVAILABLE, REASON_NO_TOTAL);
	else
		value.estimate = 100 * (1 - unknown->number / all->number);
	add(breakdown, MEASURE_COMPLETENESS, value, 0, 0);
}

static void fill(struct breakdown *breakdown, const struct result *first, size_t count)
{
	const struct classification *classification = breakdown->classification;

	for (size_t group = 0; group < classification->count; group++)
		if (classification->form == CLASSIFICATION_LISTED &&
		    classification->groups[group].kind == GROUP_ORDINARY &&
		    breakdown->count < SLOPE_GROUPS_MOST)
			breakdown->groups[breakdown->count++] = NULL;
	for (size_t i = 0; i < count; i++) {
		const struct group *group = &classification->groups[first[i].key.group];
		size_t place = 0;

		if (first[i].key.sex != SEX_ALL)
			continue;
		if (group->kind == GROUP_UNKNOWN) {
			breakdown->unknown = &first[i];
			continue;
		}
		for (int before = 0; before < first[i].key.group; before++)
			place += classification->groups[before].kind == GROUP_ORDINARY;
		if (place < breakdown->count)
			breakdown->groups[place] = &first[i];
	}
}

void breakdowns_compute(struct arena *arena, struct results *results)
{
	const struct dataset *dataset = results->dataset;

	for (size_t i = 0, end; i < results->count; i = end) {
		const struct result *first = &results->items[i];
		struct breakdown breakdown = {
			.arena = arena,
			.results = results,
			.key = first->key,
			.indicator = &dataset->indicators->items[first->key.indicator],
		};
		struct cell_key total = first->key;
		size_t count;

		results_groups(results, &first->key, &count);
		end = i + count;
		if (first->key.classification == CLASSIFICATION_ALL)
			continue;
		breakdown.method = method_find(breakdown.indicator->method);
		breakdown.classification =
			dataset->dimensions->classifications[first->key.classification];
		breakdown.key.group = GROUP_ALL;
		breakdown.key.sex = SEX_ALL;
		total.classification = CLASSIFICATION_ALL;
		total.group = GROUP_ALL;
		total.sex = SEX_ALL;
		breakdown.total = results_find(results, &total);
		fill(&breakdown, first, count);
		if (breakdown.classification->ordered && breakdown.count >= 2) {
			add_gap_and_ratio(&breakdown);
			add_slope(&breakdown);
		}
		add_completeness(&breakdown);
	}
}
