/*
 * phrase_names.c - groups by name in sentences: one, lists of them, and why some are left out.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/grade.h"
#include "words/phrase_parts.h"

enum { NAMES_MOST = 3 };

/* How the groups of a classification are named in a sentence. */
enum naming {
	NAMED_WITH_NOUN, /* "the Indian ethnic group" */
	NAMED_BY_RANK,   /* "fifth 2" */
	NAMED_ALONE,     /* "females" */
};

static enum naming naming_of(const struct classification *classification)
{
	const struct group *first = &classification->groups[0];

	if (classification->ordered)
		return NAMED_BY_RANK;
	if (classification->form == CLASSIFICATION_ORGANISATION ||
	    (classification->form == CLASSIFICATION_LISTED &&
	     strcmp(first->phrase, first->short_label) != 0))
		return NAMED_ALONE;
	return NAMED_WITH_NOUN;
}

/* more: how many are not in the list. */
static const char *named(const struct words *words, const struct classification *classification,
			 const char *list, size_t count, size_t more)
{
	static const enum string_id ids[][3] = {
		[NAMED_WITH_NOUN] = { STRING_GROUPS_ONE, STRING_GROUPS_SEVERAL,
				      STRING_GROUPS_AND_MORE },
		[NAMED_BY_RANK] = { STRING_RANKS_ONE, STRING_RANKS_SEVERAL, STRING_RANKS_AND_MORE },
		[NAMED_ALONE] = { STRING_NAMES, STRING_NAMES, STRING_NAMES_AND_MORE },
	};
	const struct placeholder parts[] = {
		{ "list", list },
		{ "noun", classification->group_noun },
		{ "nouns", classification->group_nouns },
		{ "n", words_number(words, (double)more, 0) },
		{ 0 },
	};

	return words_fill(words, ids[naming_of(classification)][more > 0 ? 2 : count > 1], parts);
}

const char *phrase_group(const struct words *words, const struct view *view,
			 const struct view_group *group)
{
	const struct classification *classification = view->classification;
	const struct group *facts = &classification->groups[group->group];

	if (group == view_most(view))
		return classification->most;
	if (group == view_least(view))
		return classification->least;
	if (facts->kind == GROUP_UNKNOWN)
		return words_fill(words, STRING_GROUP_UNKNOWN,
				  (struct placeholder[]){ { "label", facts->label }, { 0 } });
	return named(words, classification,
		     words_people_phrase(words, view->indicator, classification, group->group), 1,
		     0);
}

/* "a", "a and b", "a, b and c"; when more follow: "a, b". */
/* "and": another word where the next name begins with a vowel, in languages that have one. */
static const char *last_glue(const struct words *words, enum string_id last, const char *name)
{
	if (last == STRING_LIST_LAST && name[0] != '\0' &&
	    strchr("AEIOUWYaeiouwy", name[0]) != NULL)
		return strings_form(words->strings, STRING_LIST_LAST_VOWEL, last);
	return strings_text(words->strings, last);
}

static const char *joined(const struct words *words, const char *const *names, size_t count,
			  enum string_id last, bool more)
{
	const char *list = "";

	for (size_t i = 0; i < count; i++) {
		const char *glue = "";

		if (i > 0 && i + 1 == count && !more)
			glue = arena_printf(words->arena, " %s ", last_glue(words, last, names[i]));
		else if (i > 0)
			glue = arena_printf(words->arena, "%s ",
					    strings_text(words->strings, STRING_LIST_GLUE));
		list = arena_printf(words->arena, "%s%s%s", list, glue, names[i]);
	}
	return list;
}

const char *names_joined(const struct words *words, const char *const *names, size_t count)
{
	return joined(words, names, count, STRING_LIST_LAST, false);
}

const char *phrase_group_pair(const struct words *words, const struct view *view,
			      const struct view_group *const groups[2])
{
	const struct classification *classification = view->classification;
	const char *names[2];

	for (size_t i = 0; i < 2; i++)
		names[i] = words_people_phrase(words, view->indicator, classification,
					       groups[i]->group);
	return named(words, classification, names_joined(words, names, 2), 2, 0);
}

const char *phrase_highest(const struct words *words, const struct view *view)
{
	double highest = view->groups[0].value.estimate;
	const char *names[NAMES_MOST];
	size_t count = 0;

	for (size_t i = 1; i < view->ordinary; i++)
		highest = fmax(highest, view->groups[i].value.estimate);
	for (size_t i = 0; i < view->ordinary; i++) {
		if (view->groups[i].value.estimate != highest)
			continue;
		if (count == NAMES_MOST)
			return NULL;
		names[count++] = words_people_phrase(words, view->indicator, view->classification,
						     view->groups[i].group);
	}
	return named(words, view->classification, names_joined(words, names, count), count, 0);
}

static bool is_not_shown(const struct value *value)
{
	return value->state != VALUE_SHOWN && value->state != VALUE_NOT_APPLICABLE;
}

static bool is_wanted(const struct view *view, const struct view_group *group,
		      enum comparison wanted, bool much)
{
	return group->result != NULL && group->result->against_all == wanted &&
	       (!much || grade_is_much(view->results, &group->result->key, &view->total->value));
}

static const char *group_list(const struct words *words, const struct view *view,
			      enum comparison wanted, bool much, size_t count)
{
	/* Never "and 1 more": that one could have been named. */
	size_t shown = count > NAMES_MOST ? NAMES_MOST - 1 : count, named_count = 0;
	const char *names[NAMES_MOST], *list;

	for (size_t i = 0; i < view->ordinary && named_count < shown; i++) {
		if (is_wanted(view, &view->groups[i], wanted, much))
			names[named_count++] =
				words_people_phrase(words, view->indicator, view->classification,
						    view->groups[i].group);
	}
	list = named(words, view->classification,
		     joined(words, names, named_count, STRING_LIST_LAST, count > shown), count,
		     count - shown);
	return words->refers && count > shown
		       ? arena_printf(words->arena, "%s%c", list, WORDS_TABLE_MARK)
		       : list;
}

const char *phrase_group_list(const struct words *words, const struct view *view,
			      enum comparison wanted, size_t count)
{
	return group_list(words, view, wanted, false, count);
}

const char *phrase_much_list(const struct words *words, const struct view *view,
			     enum comparison wanted)
{
	size_t count = 0;

	for (size_t i = 0; view->total != NULL && i < view->ordinary; i++)
		count += is_wanted(view, &view->groups[i], wanted, true);
	return count == 0 ? "" : group_list(words, view, wanted, true, count);
}

const char *phrase_groups_not_shown(const struct words *words, const struct view *view)
{
	const char *names[NAMES_MOST];
	size_t count = 0, shown;

	for (size_t i = 0; i < view->ordinary; i++)
		count += is_not_shown(&view->groups[i].value);
	shown = count > NAMES_MOST ? NAMES_MOST - 1 : count;
	for (size_t i = 0, named_count = 0; i < view->ordinary && named_count < shown; i++)
		if (is_not_shown(&view->groups[i].value))
			names[named_count++] =
				words_people_phrase(words, view->indicator, view->classification,
						    view->groups[i].group);
	if (count == 0)
		return "";
	return named(words, view->classification,
		     joined(words, names, shown, STRING_LIST_LAST, count > shown), count,
		     count - shown);
}

/* Unreliable for its interval, not for small numbers. */
static bool is_wide(const struct value *value)
{
	return value->state == VALUE_UNRELIABLE && value->reason == REASON_WIDE_INTERVAL;
}

/* shown: also of groups with a figure that lacks an interval. */
static const char *reasons_of(const struct words *words, const struct view *view, bool shown)
{
	static const struct {
		enum value_state state;
		bool wide;
		enum string_id id;
	} reasons[] = {
		{ VALUE_SUPPRESSED, false, STRING_UNCOMPARED_HIDDEN },
		{ VALUE_NOT_AVAILABLE, false, STRING_UNCOMPARED_MISSING },
		{ VALUE_UNRELIABLE, false, STRING_UNCOMPARED_SMALL },
		{ VALUE_UNRELIABLE, true, STRING_UNCOMPARED_WIDE },
		{ VALUE_SHOWN, false, STRING_UNCOMPARED_NO_INTERVAL },
	};
	enum { REASONS = sizeof(reasons) / sizeof(reasons[0]) };
	const char *names[REASONS];
	size_t count = 0;

	for (size_t r = 0; r < (shown ? REASONS : REASONS - 1); r++) {
		bool found = false;

		for (size_t i = 0; i < view->ordinary; i++)
			found = found || (view->groups[i].value.state == reasons[r].state &&
					  is_wide(&view->groups[i].value) == reasons[r].wide &&
					  (reasons[r].state != VALUE_SHOWN ||
					   view->groups[i].result == NULL ||
					   view->groups[i].result->against_all == COMPARISON_NONE));
		if (found)
			names[count++] = strings_text(words->strings, reasons[r].id);
	}
	return joined(words, names, count, STRING_LIST_OR, false);
}

const char *phrase_uncompared(const struct words *words, const struct view *view)
{
	return reasons_of(words, view, true);
}

const char *phrase_not_shown(const struct words *words, const struct view *view)
{
	return reasons_of(words, view, false);
}
