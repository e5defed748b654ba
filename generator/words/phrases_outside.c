/*
 * phrases_outside.c - what counts in the total of a breakdown and in none of its groups, such as people whose ethnic
 * group is not recorded: their events are known and their population is not, so that every group can lie below the
 * total. Told from shown figures alone.
 */
#include "indicator/method.h"
#include "words/phrase_parts.h"

/* In percent of the total: with less outside, rounding hides what it does to a comparison. */
static const double material = 2;

static bool are_shown(const struct result *result)
{
	return result != NULL && quantity_is_shown(&result->numerator) &&
	       quantity_is_shown(&result->denominator);
}

/*
 * Of the row of those without a group; NULL where it has a population, or hides its events. Files of several sources may
 * have more of them than the total has: these are not part of it.
 */
static const struct quantity *unknown_events(const struct view *view)
{
	const struct view_group *last = view->count > 0 ? &view->groups[view->count - 1] : NULL;
	const struct quantity *unknown;

	if (view->count != view->ordinary + 1 || last->result == NULL)
		return NULL;
	unknown = &last->result->numerator;
	if (quantity_is_shown(&last->result->denominator) || !quantity_is_shown(unknown) ||
	    unknown->number <= 1)
		return NULL;
	return unknown;
}

/*
 * Percent of the events of the total in none of its groups, beyond those of the population; 0 where counts are hidden,
 * or where the groups leave people out, whose events these may be.
 */
static double outside(const struct view *view)
{
	double events = 0, people = 0;

	if (!are_shown(view->total) || view->total->numerator.number <= 0 ||
	    view->total->denominator.number <= 0)
		return 0;
	for (size_t i = 0; i < view->ordinary; i++) {
		if (!are_shown(view->groups[i].result))
			return 0;
		events += view->groups[i].result->numerator.number;
		people += view->groups[i].result->denominator.number;
	}
	if (100 * people < (100 - material) * view->total->denominator.number)
		return 0;
	return 100 *
	       (people / view->total->denominator.number - events / view->total->numerator.number);
}

static const char *filled(const struct words *words, const struct view *view, enum string_id id,
			  const struct quantity *unknown, const char *events)
{
	const struct placeholder parts[] = {
		{ "n", unknown == NULL ? "" : words_quantity(words, unknown) },
		{ "total", unknown == NULL ? "" : words_quantity(words, &view->total->numerator) },
		{ "events", events },
		{ "noun", view->classification->group_noun },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

/* With the name of what is counted, or with a short one where there is none or it makes too long a sentence. */
static const char *fill(const struct words *words, const struct view *view, enum string_id id,
			const struct quantity *unknown)
{
	const char *events = view->indicator->events;
	const char *sentence = filled(words, view, id, unknown, events);

	return events[0] != '\0' && phrase_is_short(sentence)
		       ? sentence
		       : filled(words, view, id, unknown,
				strings_text(words->strings, STRING_EVENTS));
}

const char *phrase_outside(const struct words *words, const struct view *view)
{
	const struct quantity *unknown = unknown_events(view);

	if (view->classification == NULL || view->total == NULL || view->ordinary < 2 ||
	    !method_find(view->indicator->method)->compares ||
	    !method_find(view->indicator->method)->needs_denominator)
		return "";
	if (unknown != NULL && quantity_is_shown(&view->total->numerator)) {
		const double all = view->total->numerator.number;

		if (unknown->number < all && 100 * unknown->number >= material * all)
			return fill(words, view, STRING_PHRASE_OUTSIDE, unknown);
		return "";
	}
	return view_one_sided(view) && outside(view) >= material
		       ? fill(words, view, STRING_PHRASE_OUTSIDE_SOME, NULL)
		       : "";
}
