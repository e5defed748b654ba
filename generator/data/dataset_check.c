#include <string.h>

#include "base/diag.h"
#include "data/dataset_merge.h"
#include "data/source_check.h"

static void check_row(const struct dataset *dataset, const struct observation *row,
		      struct diag_list *diags)
{
	const struct indicator *indicator = &dataset->indicators->items[row->key.indicator];

	if (strcmp(indicator->method, "proportion") == 0 && quantity_is_shown(&row->numerator) &&
	    quantity_is_shown(&row->denominator) && row->numerator.number > row->denominator.number)
		diag_addf(diags, DIAG_COUNT_OVER_DENOMINATOR, observation_location(dataset, row),
			  "%.12g of %.12g for %s", row->numerator.number, row->denominator.number,
			  indicator->id);
	if (quantity_is_shown(&row->value) && quantity_is_shown(&row->lower) &&
	    quantity_is_shown(&row->upper) &&
	    (row->value.number < row->lower.number || row->value.number > row->upper.number))
		diag_addf(diags, DIAG_LIMITS_DISAGREE, observation_location(dataset, row),
			  "%.12g is not from %.12g to %.12g", row->value.number, row->lower.number,
			  row->upper.number);
}

static bool is_counted_in_band(const struct observation *row)
{
	return row->age != AGE_ALL && (row->numerator.state != VALUE_NOT_AVAILABLE ||
				       row->denominator.state != VALUE_NOT_AVAILABLE);
}

/* One cell: bands that share years of age would count people twice. False after a diagnostic. */
static bool check_bands(const struct dataset *dataset, const struct observation *rows, size_t count,
			struct diag_list *diags)
{
	for (size_t i = 1; i < count; i++) {
		const struct group *band = &dataset->ages->groups[rows[i].age];

		for (size_t j = 0; j < i && is_counted_in_band(&rows[i]); j++) {
			if (!is_counted_in_band(&rows[j]) ||
			    !group_overlaps(&dataset->ages->groups[rows[j].age], band))
				continue;
			diag_addf(diags, DIAG_AGE_BANDS_OVERLAP,
				  observation_location(dataset, &rows[i]), "%s and %s (%s:%u)",
				  band->code, dataset->ages->groups[rows[j].age].code,
				  dataset->sources[rows[j].source].file, rows[j].line);
			return false;
		}
	}
	return true;
}

/* Counts of age bands may leave out people of unknown age, but can never be more than the total. */
static void check_total(const struct dataset *dataset, const struct observation *rows, size_t count,
			struct diag_list *diags)
{
	double parts = 0;

	if (count < 2 || rows[0].age != AGE_ALL || !quantity_is_shown(&rows[0].numerator))
		return;
	for (size_t i = 1; i < count; i++)
		parts += quantity_is_shown(&rows[i].numerator) ? rows[i].numerator.number : 0;
	if (parts > rows[0].numerator.number * (1 + 1e-9))
		diag_addf(diags, DIAG_TOTAL_BELOW_PARTS, observation_location(dataset, &rows[0]),
			  "%.12g for all ages, %.12g in the age bands together",
			  rows[0].numerator.number, parts);
}

static void check_indicators(const struct dataset *dataset, struct diag_list *diags)
{
	size_t row = 0;

	for (size_t i = 0; i < dataset->indicators->count; i++) {
		const struct indicator *indicator = &dataset->indicators->items[i];

		while (row < dataset->count && dataset->observations[row].key.indicator < (int)i)
			row++;
		if (row == dataset->count || dataset->observations[row].key.indicator != (int)i)
			diag_addf(diags, DIAG_NO_DATA, indicator->at, "%s", indicator->id);
		else if (indicator->reference[0] != '\0' &&
			 organisation_find(dataset, indicator->reference) < 0)
			diag_addf(diags, DIAG_NO_DATA, indicator->at,
				  "%s: no row is of its reference %s", indicator->id,
				  indicator->reference);
	}
}

static bool has_no_denominator(const struct dataset *dataset, const struct observation *row)
{
	const char *method = dataset->indicators->items[row->key.indicator].method;

	return strcmp(method, "count") != 0 && strcmp(method, "given") != 0 &&
	       row->age == AGE_ALL && quantity_is_shown(&row->denominator) &&
	       row->denominator.number == 0;
}

/* Published files hold many of them, of bodies that the report never names: one note a source. */
static void say_zero_denominators(const struct dataset *dataset, struct diag_list *diags)
{
	for (size_t source = 0; source < dataset->source_count; source++) {
		const struct observation *first = NULL;
		size_t count = 0;

		for (size_t i = 0; i < dataset->count; i++) {
			const struct observation *row = &dataset->observations[i];

			if (row->source != (int)source || !has_no_denominator(dataset, row))
				continue;
			if (first == NULL || row->line < first->line)
				first = row;
			count++;
		}
		if (count == 1)
			diag_addf(diags, DIAG_DENOMINATOR_ZERO,
				  observation_location(dataset, first), "%s",
				  dataset->indicators->items[first->key.indicator].id);
		else if (count > 1)
			diag_addf(diags, DIAG_DENOMINATOR_ZERO,
				  observation_location(dataset, first), "%s, and %zu more rows",
				  dataset->indicators->items[first->key.indicator].id, count - 1);
	}
}

/* Text that begins like a date beside periods that are dates is a slip, and would be the latest. */
static void check_periods(const struct dataset *dataset, struct diag_list *diags)
{
	bool days = false;

	for (size_t i = 0; i < dataset->period_count; i++)
		days = days || dataset->periods[i].form == PERIOD_DAY;
	for (size_t i = 0; i < dataset->count && days; i++) {
		const struct observation *row = &dataset->observations[i];
		const struct period *period = &dataset->periods[row->key.period];
		size_t digits = strspn(period->code, "0123456789");

		if (period->form == PERIOD_TEXT && digits > 0 && period->code[digits] == '-')
			diag_addf(diags, DIAG_PERIOD_UNREADABLE, observation_location(dataset, row),
				  "period=\"%s\"", period->code);
	}
}

static void say_counted(const struct data_source *source, struct diag_list *diags)
{
	if (source->rows > source->rows_used)
		diag_addf(diags, DIAG_ROWS_LEFT_OUT, (struct location){ .file = source->file },
			  "%zu of %zu rows counted; %zu left out by where, %zu without period or "
			  "organisation, or marked to be skipped",
			  source->rows_used, source->rows, source->rows_filtered,
			  source->rows_skipped);
}

static void say_left_out(const struct dataset *dataset, struct diag_list *diags)
{
	for (size_t i = 0; i < dataset->source_count; i++) {
		const struct data_source *source = &dataset->sources[i];

		if (source->counted)
			say_counted(source, diags);
		else if (source->rows_filtered + source->rows_other_indicator +
				 source->rows_skipped + source->rows_repeated >
			 0)
			diag_addf(
				diags, DIAG_ROWS_LEFT_OUT,
				(struct location){ .file = source->file },
				"%zu of %zu rows used; %zu filtered out, %zu of other indicators, "
				"%zu marked to be skipped, %zu that repeat others",
				source->rows_used - source->rows_repeated, source->rows,
				source->rows_filtered, source->rows_other_indicator,
				source->rows_skipped, source->rows_repeated);
	}
}

void dataset_check(const struct report *report, const struct dataset *dataset,
		   struct diag_list *diags)
{
	for (size_t i = 0; i < dataset->count; i++)
		check_row(dataset, &dataset->observations[i], diags);
	for (size_t i = 0, end; i < dataset->count; i = end) {
		const struct observation *rows = &dataset->observations[i];

		for (end = i + 1; end < dataset->count; end++)
			if (cell_key_compare(&dataset->observations[end].key, &rows->key) != 0)
				break;
		if (check_bands(dataset, rows, end - i, diags))
			check_total(dataset, rows, end - i, diags);
	}
	groups_check(report, dataset, diags);
	check_periods(dataset, diags);
	check_indicators(dataset, diags);
	life_check(dataset, diags);
	say_zero_denominators(dataset, diags);
	source_say_overlaps(dataset, diags);
	say_left_out(dataset, diags);
}
