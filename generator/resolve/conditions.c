#include <string.h>

#include "indicator/compute.h"
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

/*
 * The comparison behind "higher", "significant" and their like: of a group with the total of its body or of
 * the one it is compared with, else of the ends.
 */
static enum comparison comparison_of(struct resolver *resolver, const struct scope *scope,
				     const struct test *test, const struct view *view,
				     const struct view_group *group)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	struct scope within = scope_within(scope, &test->reference);
	struct view compared;
	const char *place;

	if (group != NULL) {
		compared = view_compared(resolver, &within, view, &place);
		group = view_find_group(&compared, group->group);
		return group->result == NULL ? COMPARISON_NONE : group->result->against_all;
	}
	return most == NULL ? COMPARISON_NONE : values_compare(&most->value, &least->value);
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
	enum measure measure = measure_of(&test->reference.of);
	const struct view_group *group;
	struct value value;
	struct view view;

	if (test->operator== TEST_PARAMETER || test->operator== TEST_NONE)
		return test->holds;
	tested.testing = true;
	if (!find_figure(resolver, &tested, &part, &view, &group))
		return false;
	value = view_group_measure(&view, group, measure);
	if (test->operator== TEST_IS && names_state(test->is.text))
		return state_is(&value, test->is.text);
	if (test->operator== TEST_IS)
		return comparison_is(&view, comparison_of(resolver, scope, test, &view, group),
				     test->is.text);
	if (!value_is_shown(&value))
		return false;
	return (test->operator== TEST_GREATER && value.estimate> test->bound) ||
	       (test->operator== TEST_LESS && value.estimate<test->bound) ||
	       (test->operator== TEST_AT_LEAST && value.estimate >= test->bound) ||
	       (test->operator== TEST_AT_MOST && value.estimate <= test->bound);
}
