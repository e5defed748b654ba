/*
 * matrix_units.c - the units of the rows of a matrix: said once in the subtitle as far as they agree, else
 * behind the names.
 */
#include <string.h>

#include "indicator/method.h"
#include "resolve/matrix.h"

/* What the figures of a row are in. */
struct row_unit {
	bool percentage, rate, count;
	double multiplier;
	const char *unit;
};

static struct row_unit unit_of(const struct view *view)
{
	const struct indicator *indicator = view->indicator;
	const struct method *method = method_find(indicator->method);

	return (struct row_unit){
		.percentage = indicator_is_percentage(indicator),
		.rate = method->is_rate,
		.count = method->is_count,
		.multiplier = indicator->multiplier,
		.unit = method->is_count ? indicator->events : indicator->unit,
	};
}

static bool same_unit(const struct row_unit *a, const struct row_unit *b)
{
	if (a->percentage || b->percentage)
		return a->percentage && b->percentage;
	if (a->rate || b->rate)
		return a->rate && b->rate && a->multiplier == b->multiplier;
	return strcmp(a->unit, b->unit) == 0;
}

static const char *per_multiplier(const struct words *words, enum string_id id,
				  const struct row_unit *unit)
{
	return words_fill(
		words, id,
		(struct placeholder[]){ { "multiplier", words_number(words, unit->multiplier, 0) },
					{ 0 } });
}

/* Of rows in one unit: the subtitle says it. */
static const char *unit_in_full(const struct words *words, const struct row_unit *unit)
{
	if (unit->percentage)
		return "%";
	return unit->rate ? per_multiplier(words, STRING_HEADING_RATE_PER, unit)
			  : words_capital(words, unit->unit);
}

static const char *mark_of(const struct words *words, const struct row_unit *unit, bool one_rate)
{
	if (unit->percentage)
		return "";
	if (unit->rate)
		return one_rate ? strings_text(words->strings, STRING_SUMMARY_MARK_RATE)
				: per_multiplier(words, STRING_SUMMARY_MARK_PER, unit);
	/* What is counted, the name says. */
	if (unit->count)
		return strings_text(words->strings, STRING_SUMMARY_MARK_NUMBER);
	return unit->unit[0] == '\0'
		       ? ""
		       : words_fill(words, STRING_SUMMARY_MARK_UNIT,
				    (struct placeholder[]){ { "unit", unit->unit }, { 0 } });
}

/* Who listens to one row hears its unit, which a reader finds in the subtitle. */
static const char *heard_mark(const struct words *words, const struct row_unit *unit)
{
	const char *heard = unit_in_full(words, unit);

	if (unit->count || heard[0] == '\0')
		return mark_of(words, unit, false);
	return words_fill(words, STRING_SUMMARY_MARK_UNIT,
			  (struct placeholder[]){ { "unit", heard }, { 0 } });
}

bool has_same_unit(const struct view *a, const struct view *b)
{
	struct row_unit first = unit_of(a), second = unit_of(b);

	return same_unit(&first, &second);
}

const char *unit_in_brackets(const struct words *words, const struct view *view)
{
	struct row_unit unit = unit_of(view);

	return unit.percentage ? words_fill(words, STRING_SUMMARY_MARK_UNIT,
					    (struct placeholder[]){ { "unit", "%" }, { 0 } })
			       : mark_of(words, &unit, false);
}

void matrix_set_units(struct matrix *matrix)
{
	const struct words *words = &matrix->resolver->words;
	struct row_unit first = unit_of(&matrix->rows[0].view), rate = { 0 };
	bool same = true, percentages = false, one_rate = true;

	for (size_t i = 0; i < matrix->row_count; i++) {
		struct row_unit unit = unit_of(&matrix->rows[i].view);

		same = same && same_unit(&unit, &first);
		percentages = percentages || unit.percentage;
		one_rate = one_rate && (unit.percentage ||
					(unit.rate && (!rate.rate || same_unit(&unit, &rate))));
		rate = unit.rate ? unit : rate;
	}
	one_rate = one_rate && percentages;
	for (size_t i = 0; i < matrix->row_count; i++) {
		struct row_unit unit = unit_of(&matrix->rows[i].view);

		matrix->rows[i].unit = same ? "" : mark_of(words, &unit, one_rate);
		matrix->rows[i].heard_unit = same ? "" : heard_mark(words, &unit);
	}
	if (same)
		matrix->subtitle_unit = unit_in_full(words, &first);
	else if (one_rate)
		matrix->subtitle_unit = per_multiplier(words, STRING_SUMMARY_UNIT_MIXED, &rate);
	else
		matrix->subtitle_unit =
			word_of(matrix->resolver, percentages ? STRING_SUMMARY_UNIT_EACH
							      : STRING_SUMMARY_UNIT_BRACKETS);
}
