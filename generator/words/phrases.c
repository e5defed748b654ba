#include "words/phrases.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

/* "per 100,000 people" of the unit of a published rate or of a ratio; NULL when it is none. */
static const char *per_of_unit(const struct words *words, const struct indicator *indicator)
{
	const char *per, *end;

	if (strcmp(indicator->method, "given") != 0 && strcmp(indicator->method, "ratio") != 0)
		return NULL;
	per = strstr(indicator->unit, " per ");
	if (per == NULL)
		return NULL;
	end = strstr(++per, ", ");
	return end == NULL ? per : arena_strndup(words->arena, per, (size_t)(end - per));
}

const char *short_subject(const struct words *words, const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);
	enum string_id id = STRING_SUBJECT_VALUE;

	if (indicator_in_percent(indicator))
		id = STRING_SUBJECT_PERCENTAGE;
	else if (method->is_rate || per_of_unit(words, indicator) != NULL)
		id = STRING_SUBJECT_RATE;
	else if (method->is_count)
		id = STRING_SUBJECT_COUNT;
	return strings_text(words->strings, id);
}

/* -- what to say when nothing can be compared ------------------------------------------------- */

/* A sentence about one group. */
static const char *of_group(const struct words *words, const struct view *view,
			    const struct view_group *group, enum string_id id)
{
	const struct result *result = group->result;
	const struct placeholder parts[] = {
		{ "group", phrase_group(words, view, group) },
		{ "n", result == NULL ? "" : words_quantity(words, &result->numerator) },
		{ "events", view->indicator->events },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

/* The number itself is told when it is known and reads well: "1 admissions" does not. */
static const char *small_numbers(const struct words *words, const struct view *view,
				 const struct view_group *group)
{
	const struct quantity *events = &group->result->numerator;
	bool told = quantity_is_shown(events) && events->number != 1 &&
		    view->indicator->events[0] != '\0';

	if (group->value.reason == REASON_WIDE_INTERVAL)
		told = false;
	return of_group(words, view, group,
			told ? STRING_PHRASE_SMALL_NUMBERS : phrase_of_unreliable(&group->value));
}

/* A sentence that stands in for a comparison; NULL when both sides may be compared. */
static const char *instead(const struct words *words, const struct view *view)
{
	const struct view_group *groups[] = { view_most(view), view_least(view) };

	for (size_t i = 0; i < 2; i++) {
		if (groups[i] == NULL)
			return phrase_no_comparison(
				words, strings_text(words->strings, STRING_REASON_NOT_ORDERED));
		if (groups[i]->value.state == VALUE_SUPPRESSED)
			return of_group(words, view, groups[i], STRING_PHRASE_SUPPRESSED);
		if (!value_is_shown(&groups[i]->value))
			return phrase_no_comparison(words, of_group(words, view, groups[i],
								    STRING_REASON_NO_FIGURE_FOR));
	}
	for (size_t i = 0; i < 2; i++)
		if (groups[i]->value.state == VALUE_UNRELIABLE)
			return small_numbers(words, view, groups[i]);
	return NULL;
}

/* -- two ends --------------------------------------------------------------------------------- */

static const char *two_ends(const struct words *words, const struct view *view, enum string_id id)
{
	const struct classification *classification = view->classification;
	const struct value *most = &view_most(view)->value, *least = &view_least(view)->value;
	const struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
		{ "most", classification->most },
		{ "least", classification->least },
		{ "v1", phrase_value(words, view, most, least) },
		{ "v5", phrase_value(words, view, least, most) },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

const char *phrase_comparison(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = instead(words, view);

	if (sentence != NULL)
		return sentence;
	switch (values_compare(&most->value, &least->value)) {
	case COMPARISON_HIGHER:
		return two_ends(words, view, STRING_PHRASE_HIGHER);
	case COMPARISON_LOWER:
		return two_ends(words, view, STRING_PHRASE_LOWER);
	case COMPARISON_SIMILAR:
		return two_ends(words, view, STRING_PHRASE_SIMILAR);
	case COMPARISON_NONE:
		break;
	}
	return two_ends(words, view, STRING_PHRASE_BOTH);
}

/* "years" of the unit "Years": only words that may follow a number; "3.2 index" does not read well. */
static const char *said_unit(const struct words *words, const struct indicator *indicator)
{
	const char *word = strings_text(words->strings, STRING_UNITS_SAID);

	while (*word != '\0') {
		size_t length = strcspn(word, " ");

		if (strlen(indicator->unit) == length &&
		    strncasecmp(word, indicator->unit, length) == 0)
			return arena_strndup(words->arena, word, length);
		word += length + strspn(word + length, " ");
	}
	return NULL;
}

/*
 * A difference with its unit: "3.2 percentage points", "3,070 per 100,000 people", "5.7 years"; bare
 * when it has none.
 */
static const char *with_unit(const struct words *words, const struct view *view,
			     const char *difference)
{
	const struct indicator *indicator = view->indicator;
	const char *published = per_of_unit(words, indicator);
	const char *per = published != NULL ? published : said_unit(words, indicator);
	const struct placeholder parts[] = {
		{ "d", difference },
		{ "per", per == NULL ? "" : per },
		{ "multiplier", words_number(words, indicator->multiplier, 0) },
		{ "population", indicator->population },
		{ "events", indicator->events },
		{ 0 },
	};
	const struct method *method = method_find(indicator->method);

	if (indicator_in_percent(indicator) || method->in_points)
		return words_fill(words, STRING_UNIT_POINTS, parts);
	if (method->is_rate)
		return words_fill(words,
				  indicator->population[0] == '\0' ? STRING_UNIT_RATE_BARE
								   : STRING_UNIT_RATE,
				  parts);
	if (per != NULL)
		return words_fill(words, STRING_UNIT_PER, parts);
	/* "1 admissions" does not read well. */
	return method->is_count && indicator->events[0] != '\0' && strcmp(parts[0].text, "1") != 0
		       ? words_fill(words, STRING_UNIT_COUNT, parts)
		       : parts[0].text;
}

const char *phrase_gap(const struct words *words, const struct view *view)
{
	const char *sentence = instead(words, view);
	struct placeholder parts[] = { { "gap", "" }, { 0 } };
	struct value gap = view_measure(view, MEASURE_GAP);
	const char *printed;
	bool adds_up;

	if (sentence != NULL)
		return sentence;
	if (!value_is_shown(&gap))
		return phrase_no_comparison(words,
					    strings_text(words->strings, STRING_REASON_NO_FIGURE));
	printed = words_gap_in_sentence(words, view->key.indicator, fabs(gap.estimate),
					view_most(view)->value.estimate,
					view_least(view)->value.estimate, &adds_up);
	parts[0].text = with_unit(words, view, printed);
	sentence = words_fill(words, STRING_PHRASE_GAP, parts);
	return adds_up ? sentence
		       : arena_printf(words->arena, "%s %s", sentence,
				      strings_text(words->strings, STRING_PHRASE_BEFORE_ROUNDING));
}

static const char *ratio_sentence(const struct words *words, const struct view *view,
				  enum string_id id, const char *amount)
{
	const struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
		{ "most", view->classification->most },
		{ "least", view->classification->least },
		{ "r", amount },
		{ "p", amount },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

const char *phrase_ratio(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = instead(words, view);
	struct value ratio = view_measure(view, MEASURE_RATIO);

	if (sentence != NULL)
		return sentence;
	/* "0% higher" says less than the two figures. */
	if (!value_is_shown(&ratio) || fabs(ratio.estimate - 1) < 0.005 ||
	    values_compare(&most->value, &least->value) == COMPARISON_SIMILAR)
		return phrase_comparison(words, view);
	if (ratio.estimate >= 1.495)
		return ratio_sentence(words, view, STRING_PHRASE_TIMES,
				      words_in_sentence(words, view->key.indicator, MEASURE_RATIO,
							ratio.estimate, NULL));
	if (ratio.estimate >= 1)
		return ratio_sentence(words, view, STRING_PHRASE_PERCENT_HIGHER,
				      words_number(words, 100 * (ratio.estimate - 1), 0));
	if (ratio.estimate >= 0.45 && ratio.estimate <= 0.55)
		return ratio_sentence(words, view, STRING_PHRASE_ABOUT_HALF, "");
	return ratio_sentence(words, view, STRING_PHRASE_PERCENT_LOWER,
			      words_number(words, 100 * (1 - ratio.estimate), 0));
}

int phrase_steps(const struct view *view)
{
	int direction = 0;

	/* One step makes no stairs. */
	if (view->ordinary < 3)
		return 0;
	for (size_t i = 1; i < view->ordinary; i++) {
		const struct value *nearer = &view->groups[i - 1].value;
		const struct value *further = &view->groups[i].value;
		int step;

		if (nearer->state != VALUE_SHOWN || further->state != VALUE_SHOWN)
			return 0;
		step = (nearer->estimate > further->estimate) -
		       (nearer->estimate < further->estimate);
		if (step == 0 || (direction != 0 && step != direction))
			return 0;
		direction = step;
	}
	return direction;
}

/* Of a group that cannot be compared nothing is known: it may be the highest. */
static bool all_shown(const struct view *view)
{
	for (size_t i = 0; i < view->ordinary; i++)
		if (view->groups[i].value.state != VALUE_SHOWN)
			return false;
	return true;
}

const char *phrase_gradient(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = instead(words, view);
	const char *highest = phrase_highest(words, view);
	enum string_id id =
		highest == NULL ? STRING_PHRASE_NO_STEPS_AT_ALL : STRING_PHRASE_NO_STEPS;
	int steps = phrase_steps(view);

	if (sentence != NULL)
		return sentence;
	if (view->ordinary < 3 || !all_shown(view) ||
	    values_compare(&most->value, &least->value) == COMPARISON_SIMILAR)
		return phrase_comparison(words, view);
	if (steps != 0)
		id = steps > 0 ? STRING_PHRASE_ROSE_STEPS : STRING_PHRASE_FELL_STEPS;
	return words_fill(words, id,
			  (struct placeholder[]){
				  { "Measure", words_capital(words, view->indicator->measure) },
				  { "noun", view->classification->group_noun },
				  { "groups", highest },
				  { 0 } });
}
