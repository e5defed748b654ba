#include "resolve/inline_parts.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/figure.h"
#include "indicator/method.h"

/* The opposite end of the one asked for: the pair decides how many decimals both have. */
static const double *partner(const struct view *view, const struct view_group *group)
{
	const struct view_group *most = view_most(view), *least = view_least(view);

	if (group == most && least != NULL && value_is_shown(&least->value))
		return &least->value.estimate;
	if (group == least && most != NULL && value_is_shown(&most->value))
		return &most->value.estimate;
	return NULL;
}

/* "1 in 7": the nearest whole number when it is within 5%, otherwise a percentage. */
static const char *one_in(struct resolver *resolver, int indicator, double percentage)
{
	double times = percentage > 0 ? round(100 / percentage) : 0;
	const struct placeholder parts[] = { { "n", words_number(&resolver->words, times, 0) },
					     { 0 } };

	if (times < 2 || fabs(100 / times - percentage) > percentage * 0.05)
		return words_in_sentence(&resolver->words, indicator, MEASURE_SHARE, percentage,
					 NULL);
	return words_fill(&resolver->words, STRING_ONE_IN, parts);
}

static const char *times(struct resolver *resolver, int indicator, double ratio, int decimals)
{
	const struct words *words = &resolver->words;
	const struct placeholder parts[] = {
		{ "r", decimals == DECIMALS_BY_RULE
			       ? words_in_sentence(words, indicator, MEASURE_RATIO, ratio, NULL)
			       : words_number(words, ratio, (unsigned)decimals) },
		{ 0 },
	};

	return words_fill(&resolver->words, STRING_TIMES, parts);
}

const char *figure_in_words(struct resolver *resolver, const struct view *view,
			    const struct view_group *group, enum measure measure,
			    const struct value *value, const char *as, int decimals)
{
	int indicator = view->key.indicator;

	if (!value_is_shown(value))
		return words_state(&resolver->words, value->state);
	if (as != NULL && strcmp(as, "times") == 0)
		return times(resolver, indicator, value->estimate, decimals);
	if (as != NULL && strcmp(as, "one-in") == 0)
		return one_in(resolver, indicator, value->estimate);
	if (as != NULL && strcmp(as, "percentage") == 0 && decimals == DECIMALS_BY_RULE)
		return words_in_sentence(&resolver->words, indicator, MEASURE_SHARE,
					 value->estimate, NULL);
	if (as != NULL && strcmp(as, "percentage") == 0)
		return words_value_said(&resolver->words, indicator, MEASURE_SHARE, value,
					decimals);
	/* In a table figures stand under one another, and beside their intervals. */
	if (resolver->text_rows != NULL)
		return words_value(&resolver->words, indicator, measure, value, decimals);
	if (as != NULL || decimals != DECIMALS_BY_RULE)
		return words_value_said(&resolver->words, indicator, measure, value, decimals);
	return words_shown_in_sentence(&resolver->words, indicator, measure, value,
				       measure == MEASURE_VALUE ? partner(view, group) : NULL);
}

static bool same_word(const struct word *a, const struct word *b)
{
	return a->text == b->text ||
	       (a->text != NULL && b->text != NULL && strcmp(a->text, b->text) == 0);
}

static bool same_figure(const struct data_reference *a, const struct data_reference *around,
			bool within)
{
	const struct word *own[] = { &a->indicator, &a->by, &a->period, &a->organisation };
	const struct word *asked[] = { &a->of,        &a->group, &a->reference,
				       &a->transform, &a->sign,  &a->weights };
	const struct word *asked_around[] = { &around->of,        &around->group,
					      &around->reference, &around->transform,
					      &around->sign,      &around->weights };
	const struct word *others[] = { &around->indicator, &around->by, &around->period,
					&around->organisation };

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (!same_word(own[i], others[i]) && !(within && own[i]->text == NULL))
			return false;
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		if (!same_word(asked[i], asked_around[i]))
			return false;
	return true;
}

static bool ends_sentence(const char *text)
{
	return strstr(text, ". ") != NULL;
}

int decimals_of_interval(const struct resolver *resolver, const struct inline_part *after,
			 const struct data_reference *reference, bool within, int indicator,
			 const struct value *value)
{
	if (!value_is_shown(value) || !value->limits.known)
		return DECIMALS_BY_RULE;
	for (; after != NULL && after->kind != INLINE_VALUE; after = after->next) {
		if (after->kind == INLINE_TEXT && ends_sentence(after->text))
			break;
		if (after->kind != INLINE_INTERVAL ||
		    !same_figure(&after->reference, reference, within))
			continue;
		if (after->decimals != DECIMALS_BY_RULE)
			return after->decimals;
		return (int)results_decimals(resolver->results, indicator,
					     measure_of(&reference->of));
	}
	return DECIMALS_BY_RULE;
}

enum measure measure_of(const struct word *of)
{
	return of->text == NULL ? MEASURE_VALUE : measure_find(of->text);
}

bool find_figure(struct resolver *resolver, const struct scope *scope,
		 const struct inline_part *part, struct view *view, const struct view_group **group)
{
	struct scope within = scope_within(scope, &part->reference);
	struct cell_key key;

	if (!scope_key(resolver, &within, part->at, &key))
		return false;
	*view = view_of(resolver->arena, resolver->results, &key);
	return scope_group(resolver, &part->reference.group, view, group);
}

bool form_fits(const char *as, const struct indicator *indicator, enum measure measure)
{
	bool percent = indicator_in_percent(indicator);
	bool is_value = measure == MEASURE_VALUE;

	if (as == NULL || strcmp(as, "number") == 0)
		return true;
	if (strcmp(as, "times") == 0)
		return measure_kind(measure)->unit == MEASURE_UNIT_RATIO ||
		       (is_value && !percent && strcmp(indicator->method, "ratio") == 0);
	return measure_kind(measure)->unit == MEASURE_UNIT_PERCENT || (is_value && percent);
}

const char *resolve_value(struct resolver *resolver, const struct scope *scope,
			  const struct inline_part *part, struct value *value)
{
	enum measure measure = measure_of(&part->reference.of);
	const struct view_group *group;
	int decimals = part->decimals;
	struct measure_choice choice;
	const char *printed;
	struct view view;

	*value = (struct value){ .state = VALUE_SHOWN };
	if (!find_figure(resolver, scope, part, &view, &group))
		return "";
	if (measure_kind(measure)->scope != MEASURE_SCOPE_GROUP &&
	    measure_kind(measure)->scope != MEASURE_SCOPE_SERIES && view.classification == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, part->at, "by", NULL);
		return "";
	}
	if (!form_fits(part->as.text, view.indicator, measure)) {
		diag_add(resolver->diags, DIAG_FORM_UNFIT, part->as.at,
			 arena_printf(resolver->arena, "as=\"%s\", %s of %s", part->as.text,
				      measure_kind(measure)->name, view.indicator->id),
			 FORM_HINT);
		return "";
	}
	if (!choice_of(resolver, &part->reference, &view, group != NULL, part->at, &choice))
		return "";
	*value = view_figure(&view, group, &choice);
	if (decimals == DECIMALS_BY_RULE)
		decimals = decimals_of_interval(resolver, part->next, &part->reference, false,
						view.key.indicator, value);
	printed = figure_in_words(resolver, &view, group, measure, value, part->as.text, decimals);
	use_figure(resolver, &view, group,
		   (struct figure_use){
			   .choice = choice, .value = *value, .printed = printed, .at = part->at });
	return in_cell(resolver, value, printed);
}

const char *resolve_interval(struct resolver *resolver, const struct scope *scope,
			     const struct inline_part *part)
{
	enum measure measure = measure_of(&part->reference.of);
	const struct view_group *group;
	struct placeholder parts[] = { { "range", "" }, { "confidence", "" }, { 0 } };
	struct measure_choice choice;
	struct value value;
	struct view view;
	bool first = !resolver->said_confidence && resolver->text_rows == NULL;

	if (!find_figure(resolver, scope, part, &view, &group) ||
	    !choice_of(resolver, &part->reference, &view, group != NULL, part->at, &choice))
		return "";
	value = view_figure(&view, group, &choice);
	parts[0].text = words_interval(&resolver->words, view.key.indicator, measure, &value,
				       part->decimals);
	if (parts[0].text[0] == '\0' || !value_is_shown(&value))
		return "";
	use_figure(resolver, &view, group,
		   (struct figure_use){ .choice = choice,
					.value = value,
					.printed = parts[0].text,
					.at = part->at });
	parts[1].text = words_confidence(&resolver->words, choice.confidence);
	/* Another level than that of the report is said wherever it stands. */
	if (choice.confidence > 0 && choice.confidence != resolver->results->confidence)
		return words_fill(&resolver->words, STRING_INTERVAL_FIRST, parts);
	resolver->said_confidence = resolver->said_confidence || first;
	return words_fill(&resolver->words, first ? STRING_INTERVAL_FIRST : STRING_INTERVAL_LATER,
			  parts);
}
