/*
 * finding_candidates.c - the differences between groups that a report could name, with their scores.
 */
#include <math.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/finding_parts.h"
#include "indicator/method.h"
#include "stats/trend.h"

static const double certainty_most = 10, movement_most = 3;
static const double size_weight = 0.5, people_weight = 0.3, change_weight = 0.2;
static const double similar_least = 0.8, similar_most = 1.25;

/* -- one difference ----------------------------------------------------------------------------- */

static bool is_usable(const struct result *result)
{
	return result != NULL && result->value.state == VALUE_SHOWN && result->value.limits.known;
}

static double error_of(const struct result *result)
{
	const struct interval limits = { result->limits_95.lower, result->limits_95.upper };

	return result->limits_95.known ? trend_error(&limits) : 0;
}

/* The two sides of a finding in a period; total: of the same breakdown. */
struct sides {
	const struct result *first, *second;
	bool against_total; /* whose own error does not count, as in every comparison with it */
};

static double difference_of(const struct sides *sides)
{
	return sides->first->value.estimate - sides->second->value.estimate;
}

static double difference_error(const struct sides *sides)
{
	double first = error_of(sides->first);
	double second = sides->against_total ? 0 : error_of(sides->second);

	return sqrt(first * first + second * second);
}

static enum comparison compare(const struct sides *sides)
{
	return sides->against_total ? value_compare(&sides->first->value, &sides->second->value)
				    : values_compare(&sides->first->value, &sides->second->value);
}

static double certainty_of(const struct sides *sides)
{
	double error = difference_error(sides);

	return error > 0 ? fabs(difference_of(sides)) / error : 0;
}

/* Events of the first beyond those with the figure of the second, or short of them. */
static double people_of(const struct indicator *indicator, const struct sides *sides)
{
	const struct method *method = method_find(indicator->method);
	const struct quantity *people = &sides->first->denominator;

	if ((!method->is_rate && !method->is_share) || !quantity_is_shown(people))
		return 0;
	return fabs(difference_of(sides)) / indicator->multiplier * people->number;
}

/* -- the same a year before --------------------------------------------------------------------- */

/* Periods of other indicators may have the same days: "2023/24" and "To March 2024". */
static const struct result *year_before(const struct results *results, const struct result *result)
{
	const struct dataset *dataset = results->dataset;
	const struct period *latest = &dataset->periods[result->key.period];
	const struct result *found = NULL;
	struct cell_key key = result->key;

	for (key.period = 0; found == NULL && key.period < result->key.period; key.period++)
		if (period_years_after(&dataset->periods[key.period], latest) == 1 &&
		    body_break(dataset, key.organisation, &dataset->periods[key.period], latest) ==
			    NULL)
			found = results_find(results, &key);
	return found;
}

static double movement_of(const struct results *results, const struct sides *now)
{
	struct sides before = { .first = year_before(results, now->first),
				.second = year_before(results, now->second),
				.against_total = now->against_total };
	double error;

	if (!is_usable(before.first) || !is_usable(before.second))
		return 0;
	error = hypot(difference_error(now), difference_error(&before));
	return error > 0 ? fabs(fabs(difference_of(now)) - fabs(difference_of(&before))) / error
			 : 0;
}

/* -- candidates --------------------------------------------------------------------------------- */

struct gathering {
	struct arena *arena;
	const struct results *results;
	struct findings findings;
	size_t capacity;
};

static int judgement_of(const struct indicator *indicator, enum comparison comparison)
{
	return comparison_judgement(comparison, indicator->polarity);
}

static struct finding finding_of(const struct gathering *gathering, const struct view *view,
				 enum finding_form form, const struct sides *sides)
{
	struct finding finding = { .key = view->key, .form = form, .fate = FINDING_NOT_SHOWN };

	finding.first = sides->first == NULL ? GROUP_ALL : sides->first->key.group;
	finding.second = sides->second == NULL || sides->against_total ? GROUP_ALL
								       : sides->second->key.group;
	if (!is_usable(sides->first) || !is_usable(sides->second))
		return finding;
	finding.comparison = compare(sides);
	finding.fate =
		finding.comparison == COMPARISON_HIGHER || finding.comparison == COMPARISON_LOWER
			? FINDING_BEYOND
			: FINDING_NOT_CLEAR;
	finding.judgement = judgement_of(view->indicator, finding.comparison);
	finding.difference = difference_of(sides);
	finding.standard_error = difference_error(sides);
	finding.certainty = certainty_of(sides);
	finding.people = people_of(view->indicator, sides);
	finding.movement = movement_of(gathering->results, sides);
	return finding;
}

static void add(struct gathering *gathering, const struct finding *finding)
{
	struct findings *findings = &gathering->findings;

	findings->items = arena_grow(gathering->arena, findings->items, findings->count,
				     &gathering->capacity, sizeof(*findings->items));
	findings->items[findings->count++] = *finding;
}

/* The group that differs most from the total, of those to the worse where there is a worse. */
static void add_group(struct gathering *gathering, const struct view *view)
{
	struct finding best = { .fate = FINDING_NOT_SHOWN };
	bool any = false;

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct sides sides = { view->groups[i].result, view->total, true };
		struct finding finding = finding_of(gathering, view, FINDING_GROUP, &sides);

		if (finding.judgement > 0)
			continue;
		if (!any || (finding.fate == FINDING_BEYOND && best.fate != FINDING_BEYOND) ||
		    (finding.fate == best.fate && finding.certainty > best.certainty))
			best = finding;
		any = true;
	}
	if (best.fate != FINDING_NOT_SHOWN && view_one_sided(view))
		best.fate = FINDING_ONE_SIDED;
	if (any)
		add(gathering, &best);
}

static bool is_candidate(const struct classification *classification)
{
	return classification->form == CLASSIFICATION_LISTED;
}

static void add_view(struct gathering *gathering, const struct view *view)
{
	struct sides sides = { 0 };
	struct finding finding;

	if (view_most(view) != NULL) {
		sides.first = view_most(view)->result;
		sides.second = view_least(view)->result;
	} else if (view->ordinary == 2) {
		sides.first = view->groups[0].result;
		sides.second = view->groups[1].result;
	} else {
		add_group(gathering, view);
		return;
	}
	finding = finding_of(gathering, view, view_most(view) != NULL ? FINDING_ENDS : FINDING_TWO,
			     &sides);
	if (sides.first != NULL || sides.second != NULL)
		add(gathering, &finding);
}

/* A breakdown that the data no longer have is no news. */
static bool is_latest(const struct results *results, const struct cell_key *key)
{
	return key->period >= 0 &&
	       key->period >= period_latest(results, key->indicator, key->organisation,
					    CLASSIFICATION_ALL);
}

/* Figures that count events of groups of any size are not compared; nor those meant for a reference alone. */
static bool compares(const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);

	/* Nor what is a part of a distribution: how many waited 36 to 40 weeks says nothing alone. */
	return !method->is_count && !method->indirect && method->compares &&
	       !(indicator->class.known && isfinite(indicator->class.to));
}

static void gather(struct gathering *gathering, int organisation)
{
	const struct results *results = gathering->results;
	const struct dimensions *dimensions = results->dataset->dimensions;

	for (int i = 0; i < (int)results->dataset->indicators->count; i++) {
		if (!compares(&results->dataset->indicators->items[i]))
			continue;
		for (int c = 0; c < (int)dimensions->classification_count; c++) {
			struct cell_key key = { .indicator = i,
						.organisation = organisation,
						.classification = c,
						.group = GROUP_ALL,
						.sex = SEX_ALL };
			struct view view;

			key.period = period_latest(results, i, organisation, c);
			if (!is_latest(results, &key) ||
			    !is_candidate(dimensions->classifications[c]))
				continue;
			view = view_of(gathering->arena, results, &key);
			add_view(gathering, &view);
		}
	}
}

/* -- scores ------------------------------------------------------------------------------------- */

static void score(struct findings *findings)
{
	double most = 0;

	for (size_t i = 0; i < findings->count; i++)
		most = fmax(most, findings->items[i].people);
	for (size_t i = 0; i < findings->count; i++) {
		struct finding *finding = &findings->items[i];

		finding->size_score = fmin(finding->certainty, certainty_most) / certainty_most;
		finding->people_score = most > 0 ? log1p(finding->people) / log1p(most) : 0;
		finding->change_score = fmin(finding->movement, movement_most) / movement_most;
		finding->score = size_weight * finding->size_score +
				 people_weight * finding->people_score +
				 change_weight * finding->change_score;
	}
}

struct findings finding_candidates(struct arena *arena, const struct results *results,
				   int organisation)
{
	struct gathering gathering = { .arena = arena, .results = results };

	gather(&gathering, organisation);
	score(&gathering.findings);
	return gathering.findings;
}

double finding_similarity(const struct results *results, const struct finding *finding)
{
	const struct breakdown_result *found =
		results_breakdown(results, &finding->key, MEASURE_RATIO);
	const struct value *ratio = found == NULL ? NULL : &found->value;

	if (finding->form != FINDING_ENDS || finding->fate != FINDING_NOT_CLEAR ||
	    finding->comparison != COMPARISON_SIMILAR || ratio == NULL ||
	    ratio->state != VALUE_SHOWN || !ratio->limits.known ||
	    ratio->limits.lower <= similar_least || ratio->limits.upper >= similar_most)
		return -1;
	return 1 / fmax(-log(ratio->limits.lower), log(ratio->limits.upper));
}
