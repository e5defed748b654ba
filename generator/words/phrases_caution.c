/*
 * phrases_caution.c - what cannot be said of figures, and two groups beside each other.
 */
#include "indicator/compute.h"
#include "words/phrase_parts.h"

const char *phrase_caution(const struct words *words, const struct view *view,
			   const struct view_group *group)
{
	const struct result *total = view->total;
	const struct value *value = group != NULL   ? &group->value
				    : total == NULL ? NULL
						    : &total->value;
	const struct placeholder parts[] = {
		{ "group", group == NULL ? phrase_whole(words, view, NULL)
					 : phrase_group(words, view, group) },
		{ 0 },
	};

	if (value != NULL && value->state == VALUE_SUPPRESSED)
		return words_fill(words, STRING_PHRASE_SUPPRESSED, parts);
	if (value == NULL || value->state != VALUE_UNRELIABLE)
		return "";
	return group != NULL && group->result != NULL ? phrase_small_numbers(words, view, group)
						      : phrase_unreliable(words, value, parts);
}

const char *phrase_not_compared(const struct words *words, const struct view *view)
{
	const char *groups = phrase_groups_not_shown(words, view);
	const struct placeholder parts[] = {
		{ "groups", groups },
		{ "reasons", phrase_not_shown(words, view) },
		{ 0 },
	};

	return groups[0] == '\0' ? "" : words_fill(words, STRING_PHRASE_NOT_COMPARED, parts);
}

/* -- two groups ------------------------------------------------------------------------------- */

/* Why two groups cannot be compared; NULL when they can. */
static const char *in_the_way(const struct words *words, const struct view *view)
{
	for (size_t i = 0; i < 2; i++) {
		const char *caution = phrase_caution(words, view, &view->groups[i]);
		const struct placeholder parts[] = {
			{ "group", phrase_group(words, view, &view->groups[i]) }, { 0 }
		};

		if (caution[0] != '\0')
			return caution;
		if (!value_is_shown(&view->groups[i].value))
			return phrase_no_comparison(
				words, words_fill(words, STRING_REASON_NO_FIGURE_FOR, parts));
	}
	return NULL;
}

const char *phrase_two_groups(const struct words *words, const struct view *view)
{
	const struct view_group *first = &view->groups[0], *second = &view->groups[1];
	enum comparison comparison = values_compare(&first->value, &second->value);
	const char *sentence = in_the_way(words, view);

	if (sentence != NULL)
		return sentence;
	if (comparison == COMPARISON_NONE)
		return phrase_no_comparison(
			words, strings_text(words->strings, STRING_REASON_NO_INTERVAL));
	if (comparison == COMPARISON_LOWER) {
		first = second;
		second = &view->groups[0];
	}
	return phrase_about(
		words, view,
		comparison == COMPARISON_SIMILAR ? STRING_PHRASE_TWO_SIMILAR
						 : STRING_PHRASE_TWO_HIGHER,
		(struct placeholder[]){
			{ "Measure", "" },
			{ "measure", "" },
			{ "first", phrase_group(words, view, first) },
			{ "second", phrase_group(words, view, second) },
			{ "v1", phrase_value(words, view, &first->value, &second->value) },
			{ "v5", phrase_value(words, view, &second->value, &first->value) },
			{ "i1", phrase_interval(words, view, MEASURE_VALUE, &first->value) },
			{ "i5", phrase_interval(words, view, MEASURE_VALUE, &second->value) },
			{ 0 } });
}
