#include "support/much_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "support/program.h"

bool lies_on_one_side(const struct view *view)
{
	size_t sides[2] = { 0 };

	if (view->total == NULL || !value_is_shown(&view->total->value))
		return false;
	for (size_t i = 0; i < view->ordinary; i++) {
		const struct value *value = &view->groups[i].value;
		double total = view->total->value.estimate;

		if (value->state == VALUE_NOT_APPLICABLE)
			continue;
		if (!value_is_shown(value) || value->estimate == total)
			return false;
		sides[value->estimate > total]++;
	}
	return sides[0] + sides[1] >= 3 && (sides[0] == 0 || sides[1] == 0);
}

/* Both limits lie beyond the total on the side that is meant, and the wider ones enclose the others. */
static bool is_justified(const struct view *view, const struct view_group *group, bool higher)
{
	const struct results *results = view->results;
	const struct interval_limits *inner, *outer;
	double total;

	if (group->result == NULL || results->limits_99_8 == NULL || view->total == NULL ||
	    group->value.state != VALUE_SHOWN || view->total->value.state != VALUE_SHOWN)
		return false;
	inner = &group->value.limits;
	outer = &results->limits_99_8[group->result - results->items];
	total = view->total->value.estimate;
	if (!inner->known || !outer->known || outer->lower > inner->lower ||
	    outer->upper < inner->upper)
		return false;
	return higher ? inner->lower > total && outer->lower > total
		      : inner->upper < total && outer->upper < total;
}

/* True when the name stands in the list as a whole name. */
static bool is_listed(const char *list, const char *name)
{
	const char *at = strstr(list, name);

	while (at != NULL &&
	       ((at > list && at[-1] != ' ') || strchr(" ,.", at[strlen(name)]) == NULL))
		at = strstr(at + 1, name);
	return at != NULL;
}

/* "and 4 more ethnic groups": 4; without it 0. */
static size_t more_of(const char *list)
{
	const char *at = strstr(list, " more");

	while (at != NULL && at > list && at[-1] != ' ')
		at--;
	return at == NULL ? 0 : strtoul(at, NULL, 10);
}

static const char *name_of(const struct words *words, const struct view *view, size_t position)
{
	return words_people_phrase(words, view->indicator, view->classification,
				   view->groups[position].group);
}

/* The position of the longest name in the list; view->ordinary when there is none: some are parts of others. */
static size_t longest_listed(const struct words *words, const struct view *view, const char *list)
{
	size_t found = view->ordinary, longest = 0;

	for (size_t i = 0; i < view->ordinary; i++) {
		const char *name = name_of(words, view, i);

		if (strlen(name) > longest && is_listed(list, name)) {
			longest = strlen(name);
			found = i;
		}
	}
	return found;
}

static const char *fault_of_list(const struct words *words, const struct view *view,
				 const char *list, bool higher)
{
	size_t justified = 0, told = more_of(list), at;

	for (size_t i = 0; i < view->ordinary; i++)
		justified += is_justified(view, &view->groups[i], higher);
	while ((at = longest_listed(words, view, list)) < view->ordinary) {
		if (!is_justified(view, &view->groups[at], higher))
			return "much, where the limits do not justify it";
		told++;
		list = text_replace(words->arena, list, name_of(words, view, at), "");
	}
	return told == justified ? NULL : "not all that are much higher or lower, or too many";
}

static const char *fault_of_way(const struct words *words, const struct view *view,
				const char *text, bool higher)
{
	const char *begin = higher ? " much higher for " : " much lower for ";
	const char *at = strstr(text, begin);
	bool any = false;

	for (size_t i = 0; i < view->ordinary; i++)
		any = any || is_justified(view, &view->groups[i], higher);
	if (at == NULL)
		return any && !lies_on_one_side(view) ? "much higher or lower, and not said so"
						      : NULL;
	at += strlen(begin);
	at = arena_printf(words->arena, "%.*s", (int)strcspn(at, "."), at);
	return fault_of_list(words, view, at, higher);
}

const char *much_fault(const struct words *words, const struct view *view, const char *text)
{
	const char *fault;

	if (lies_on_one_side(view) && strstr(text, " much ") != NULL)
		return "much, where all groups lie on one side";
	if (strstr(text, "No comparison can be made") != NULL)
		return NULL;
	fault = fault_of_way(words, view, text, true);
	return fault != NULL ? fault : fault_of_way(words, view, text, false);
}

const char *outside_fault(const struct view *view, const char *text)
{
	const struct view_group *last = &view->groups[view->count - 1];

	if (strstr(text, " is not known for ") == NULL)
		return NULL;
	if (view->count == view->ordinary || last->result == NULL ||
	    !quantity_is_shown(&last->result->numerator))
		return "a number of what is hidden or not there";
	return last->result->numerator.number < view->total->numerator.number
		       ? NULL
		       : "as many or more than all";
}
