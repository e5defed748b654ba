#include "words/phrase_parts.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

enum { NAMES_MOST = 3, TITLE_WORDS_MOST = 15, SENTENCE_WORDS_MOST = 25 };

size_t phrase_words(const char *text)
{
	size_t words = 0;

	for (bool inside = false; *text != '\0'; text++) {
		bool space = *text == ' ';

		words += !space && !inside;
		inside = !space;
	}
	return words;
}

bool phrase_is_short(const char *text)
{
	const char *stop = strstr(text, ". ");

	for (; stop != NULL; text = stop + 2, stop = strstr(text, ". "))
		if (phrase_words(text) - phrase_words(stop) + 1 > SENTENCE_WORDS_MOST)
			return false;
	return phrase_words(text) <= SENTENCE_WORDS_MOST;
}

const char *phrase_value(const struct words *words, const struct view *view,
			 const struct value *value, const struct value *other)
{
	return words_in_sentence(words, view->key.indicator, MEASURE_VALUE, value->estimate,
				 other == NULL ? NULL : &other->estimate);
}

const char *phrase_whole(const struct words *words, const struct view *view, const char *place)
{
	const struct placeholder parts[] = { { "population", words_whole(words, view->indicator) },
					     { 0 } };

	return place != NULL ? place : words_fill(words, STRING_WHOLE_ALL, parts);
}

const char *phrase_nouns(const struct words *words, const struct classification *classification)
{
	size_t length = strlen(classification->group_noun);
	bool hisses = length > 0 && strchr("sx", classification->group_noun[length - 1]) != NULL;

	return arena_printf(words->arena, "%s%s", classification->group_noun, hisses ? "es" : "s");
}

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
		{ "nouns", phrase_nouns(words, classification) },
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
	return named(words, classification, words_group_phrase(words, classification, group->group),
		     1, 0);
}

/* "a", "a and b", "a, b and c"; when more follow: "a, b". */
static const char *joined(const struct words *words, const char *const *names, size_t count,
			  enum string_id last, bool more)
{
	const char *list = "";

	for (size_t i = 0; i < count; i++) {
		const char *glue = "";

		if (i > 0 && i + 1 == count && !more)
			glue = arena_printf(words->arena, " %s ",
					    strings_text(words->strings, last));
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
		names[count++] =
			words_group_phrase(words, view->classification, view->groups[i].group);
	}
	return named(words, view->classification, names_joined(words, names, count), count, 0);
}

const char *phrase_group_list(const struct words *words, const struct view *view,
			      enum comparison wanted, size_t count)
{
	/* Never "and 1 more": that one could have been named. */
	size_t shown = count > NAMES_MOST ? NAMES_MOST - 1 : count, named_count = 0;
	const char *names[NAMES_MOST];

	for (size_t i = 0; i < view->ordinary && named_count < shown; i++) {
		const struct result *result = view->groups[i].result;

		if (result != NULL && result->against_all == wanted)
			names[named_count++] = words_group_phrase(words, view->classification,
								  view->groups[i].group);
	}
	return named(words, view->classification,
		     joined(words, names, named_count, STRING_LIST_LAST, count > shown), count,
		     count - shown);
}

/* Unreliable for its interval, not for small numbers. */
static bool is_wide(const struct value *value)
{
	return value->state == VALUE_UNRELIABLE && value->reason == REASON_WIDE_INTERVAL;
}

const char *phrase_uncompared(const struct words *words, const struct view *view)
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

	for (size_t r = 0; r < REASONS; r++) {
		bool found = false;

		for (size_t i = 0; i < view->ordinary; i++)
			found = found || (view->groups[i].value.state == reasons[r].state &&
					  is_wide(&view->groups[i].value) == reasons[r].wide &&
					  (view->groups[i].result == NULL ||
					   view->groups[i].result->against_all == COMPARISON_NONE));
		if (found)
			names[count++] = strings_text(words->strings, reasons[r].id);
	}
	return joined(words, names, count, STRING_LIST_OR, false);
}

const char *phrase_no_comparison(const struct words *words, const char *reason)
{
	const struct placeholder parts[] = { { "reason", reason }, { 0 } };

	return words_fill(words, STRING_PHRASE_NO_COMPARISON, parts);
}

/* -- titles ---------------------------------------------------------------------------------- */

const char *title_with_subject(const struct words *words, const struct view *view,
			       enum string_id id, struct placeholder *parts)
{
	const char *title;

	parts[0].text = words_capital(words, view->indicator->measure);
	title = words_fill(words, id, parts);
	if (phrase_words(title) <= TITLE_WORDS_MOST)
		return title;
	parts[0].text = words_capital(words, short_subject(words, view->indicator));
	return words_fill(words, id, parts);
}

const char *title_group(const struct words *words, const struct view *view,
			const struct view_group *group)
{
	const char *phrase = words_group_phrase(words, view->classification, group->group);

	if (view->classification->ordered)
		return phrase_group(words, view, group);
	if (view->classification->form != CLASSIFICATION_AGE_BANDS)
		return phrase;
	return words_fill(words, STRING_AGES, (struct placeholder[]){ { "group", phrase }, { 0 } });
}

enum string_id phrase_of_unreliable(const struct value *value)
{
	return is_wide(value) ? STRING_PHRASE_WIDE : STRING_PHRASE_UNRELIABLE;
}
