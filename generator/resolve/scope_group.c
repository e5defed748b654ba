/*
 * scope_group.c - which group of a breakdown an element is about.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/resolver.h"

static const struct view_group *extreme(const struct view *view, bool highest)
{
	const struct view_group *found = NULL;

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct view_group *group = &view->groups[i];

		if (!value_is_shown(&group->value))
			continue;
		if (found == NULL || (highest ? group->value.estimate > found->value.estimate
					      : group->value.estimate < found->value.estimate))
			found = group;
	}
	return found;
}

static bool unknown_group(struct resolver *resolver, const char *attribute, const struct word *word,
			  const struct view *view)
{
	const char **names = arena_array(resolver->arena, view->count + 7, sizeof(*names));
	size_t count = 0;

	names[count++] = "all";
	if (view_most(view) != NULL) {
		names[count++] = "most";
		names[count++] = "least";
	}
	names[count++] = "highest";
	names[count++] = "lowest";
	names[count++] = "best";
	names[count++] = "worst";
	for (size_t i = 0; i < view->count; i++)
		names[count++] =
			words_group(&resolver->words, view->classification, view->groups[i].group);
	diag_add(resolver->diags, DIAG_SCOPE_GROUP_UNKNOWN, word->at,
		 arena_printf(resolver->arena, "%s=\"%s\"", attribute, word->text),
		 suggest_hint(resolver->arena, word->text, names, count));
	return false;
}

bool scope_is_extreme(const struct word *group)
{
	static const char *const words[] = { "highest", "lowest", "best", "worst" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (group->text != NULL && strcmp(words[i], group->text) == 0)
			return true;
	return false;
}

/* False after a diagnostic when the best is asked for where nothing is better. */
static bool has_direction(struct resolver *resolver, const struct word *word,
			  const struct indicator *indicator)
{
	bool judges = strcmp(word->text, "best") == 0 || strcmp(word->text, "worst") == 0;

	if (!judges || indicator->polarity != POLARITY_NONE)
		return true;
	diag_add(resolver->diags, DIAG_POLARITY_NEEDED, word->at,
		 arena_printf(resolver->arena, "\"%s\" of %s", word->text, indicator->id),
		 "write highest or lowest here, or good=\"high\" or good=\"low\" on the indicator");
	return false;
}

static bool means_highest(const char *word, enum polarity polarity)
{
	if (strcmp(word, "best") == 0)
		return polarity == POLARITY_HIGH_GOOD;
	if (strcmp(word, "worst") == 0)
		return polarity == POLARITY_LOW_GOOD;
	return strcmp(word, "highest") == 0;
}

/* Stands for the highest of no groups; NULL would be the total. */
static const struct view_group nobody = {
	.group = GROUP_ALL, .value = { .state = VALUE_NOT_AVAILABLE, .reason = REASON_NOT_IN_DATA }
};

bool scope_group(struct resolver *resolver, const struct word *word, const struct view *view,
		 const struct view_group **found)
{
	return scope_group_in(resolver, "group", word, view, found);
}

bool scope_group_in(struct resolver *resolver, const char *attribute, const struct word *word,
		    const struct view *view, const struct view_group **found)
{
	int group;

	*found = NULL;
	if (word->text == NULL || strcmp(word->text, "all") == 0)
		return true;
	if (view->classification == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, word->at, "by",
			 "a group needs by=\"...\" here or on an element around it");
		return false;
	}
	if (strcmp(word->text, "most") == 0 || strcmp(word->text, "least") == 0) {
		*found = word->text[0] == 'm' ? view_most(view) : view_least(view);
		if (*found != NULL)
			return true;
		diag_addf(resolver->diags, DIAG_NOT_ORDERED, word->at, "%s=\"%s\" by %s", attribute,
			  word->text, view->classification->id);
		return false;
	}
	if (scope_is_extreme(word)) {
		if (!has_direction(resolver, word, view->indicator))
			return false;
		*found = extreme(view, means_highest(word->text, view->indicator->polarity));
		/* Without any figure there is no highest: any group says so, or one that is nowhere. */
		if (*found == NULL)
			*found = view->count > 0 ? &view->groups[0] : &nobody;
		return true;
	}
	group = group_find(view->classification, word->text);
	*found = group < 0 ? NULL : view_find_group(view, group);
	return *found != NULL || unknown_group(resolver, attribute, word, view);
}
