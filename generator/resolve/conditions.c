#include <string.h>

#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/measure_method.h"
#include "resolve/inline_parts.h"

static bool state_is(const struct value *value, const char *word)
{
	if (strcmp(word, "available") == 0)
		return value_is_shown(value);
	if (strcmp(word, "suppressed") == 0)
		return value->state == VALUE_SUPPRESSED;
	if (strcmp(word, "unreliable") == 0)
		return value->state == VALUE_UNRELIABLE;
	return strcmp(word, "missing") == 0 && value->state == VALUE_NOT_AVAILABLE;
}

/* A group with the total of its body or of the one that it is compared with. */
static enum comparison group_comparison(struct resolver *resolver, const struct scope *scope,
					const struct test *test, const struct view *view,
					const struct view_group *group,
					const struct measure_choice *choice)
{
	struct scope within = scope_within(scope, &test->reference);
	struct measure_choice value = measure_plain(MEASURE_VALUE);
	struct view compared;
	const char *place;
	struct value figure;

	compared = view_compared(resolver, &within, view, &place);
	group = view_find_group(&compared, group->group);
	if (group->result == NULL || choice->confidence == 0)
		return group->result == NULL ? COMPARISON_NONE : group->result->against_all;
	value.confidence = choice->confidence;
	figure = view_figure(&compared, group, &value);
	/* What is not compared at the level of the report is not compared at another. */
	return group->result->against_all == COMPARISON_NONE
		       ? COMPARISON_NONE
		       : value_compare(&figure, &compared.total->value);
}

/*
 * The comparison behind "higher", "significant" and their like: of a recent trend, of a group, of a measure
 * over groups, else of the ends.
 */
static enum comparison comparison_of(struct resolver *resolver, const struct scope *scope,
				     const struct test *test, const struct view *view,
				     const struct view_group *group,
				     const struct measure_choice *choice, const struct value *value)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	struct measure_choice ends = measure_plain(MEASURE_VALUE);
	struct value first, last;

	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_SERIES)
		return view_trend(view, group)->change;
	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_DIMENSION ||
	    (measure_kind(choice->measure)->scope == MEASURE_SCOPE_PAIR &&
	     (group != NULL || choice->reference != REFERENCE_BY_MEASURE))) {
		resolver->compared |= COMPARED_OVER_GROUPS;
		return measure_verdict(view->indicator, choice, group != NULL, value);
	}
	resolver->compared |= group != NULL ? COMPARED_TOTAL : COMPARED_PAIR;
	if (group != NULL)
		return group_comparison(resolver, scope, test, view, group, choice);
	if (most == NULL)
		return COMPARISON_NONE;
	ends.confidence = choice->confidence;
	first = view_figure(view, most, &ends);
	last = view_figure(view, least, &ends);
	return values_compare(&first, &last);
}

static bool comparison_is(const struct view *view, enum comparison comparison, const char *word)
{
	int judgement = comparison_judgement(comparison, view->indicator->polarity);
	bool differs = comparison == COMPARISON_HIGHER || comparison == COMPARISON_LOWER;

	if (strcmp(word, "significant") == 0)
		return differs;
	if (strcmp(word, "not-significant") == 0 || strcmp(word, "similar") == 0)
		return comparison == COMPARISON_SIMILAR;
	if (strcmp(word, "better") == 0)
		return judgement > 0;
	if (strcmp(word, "worse") == 0)
		return judgement < 0;
	return strcmp(word, comparison_name(comparison)) == 0;
}

static bool names_state(const char *word)
{
	static const char *const states[] = { "available", "suppressed", "unreliable", "missing" };

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (strcmp(states[i], word) == 0)
			return true;
	return false;
}

bool test_holds(struct resolver *resolver, const struct scope *scope, const struct test *test,
		struct location at)
{
	struct inline_part part = { .at = at, .reference = test->reference };
	struct scope tested = *scope;
	const struct view_group *group;
	struct measure_choice choice;
	struct value value;
	struct view view;

	if (test->operator== TEST_PARAMETER || test->operator== TEST_NONE)
		return test->holds;
	tested.testing = true;
	if (!find_figure(resolver, &tested, &part, &view, &group) ||
	    !choice_of(resolver, &test->reference, &view, group != NULL, at, &choice))
		return false;
	value = view_figure(&view, group, &choice);
	if (test->operator== TEST_IS && names_state(test->is.text))
		return state_is(&value, test->is.text);
	if (test->operator== TEST_IS)
		return comparison_is(
			&view, comparison_of(resolver, scope, test, &view, group, &choice, &value),
			test->is.text);
	if (!value_is_shown(&value))
		return false;
	return (test->operator== TEST_GREATER && value.estimate> test->bound) ||
	       (test->operator== TEST_LESS && value.estimate<test->bound) ||
	       (test->operator== TEST_AT_LEAST && value.estimate >= test->bound) ||
	       (test->operator== TEST_AT_MOST && value.estimate <= test->bound);
}
