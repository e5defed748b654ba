/*
 * long_rows.c - a row of the long format: what a figure is of, and what of it is shown.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "indicator/method.h"
#include "sheets/table_parts.h"

static const char *const minus_sign = "\xe2\x88\x92", *const blank = "\xc2\xa0";

bool data_read_printed(const char *text, double *number, unsigned *decimals)
{
	const char *begin = text, *at = text, *point;
	double found;

	if (strncmp(at, minus_sign, strlen(minus_sign)) == 0)
		at += strlen(minus_sign);
	if (!isdigit((unsigned char)*at))
		return false;
	at += strspn(at, "0123456789,");
	point = at;
	if (*at == '.')
		at += 1 + strspn(at + 1, "0123456789");
	if (!number_parse_thousands(begin, (size_t)(at - begin), &found))
		return false;
	*decimals = at > point ? (unsigned)(at - point - 1) : 0;
	at += *at == '%';
	/* A figure of low reliability carries its letter. */
	if (*at != '\0' && !(strncmp(at, blank, strlen(blank)) == 0 && at[strlen(blank)] == '['))
		return false;
	*number = found;
	return true;
}

void row_set_text(struct long_row *row, enum long_column column, const char *text)
{
	row->cells[column] = (struct data_cell){ .text = text };
}

static const char *word(const struct table_maker *maker, enum string_id id)
{
	return strings_text(maker->words.strings, id);
}

static void set_period(struct table_maker *maker, struct long_row *row, const struct period *period)
{
	row_set_text(row, LONG_PERIOD, words_period(&maker->words, period));
	if (period->form == PERIOD_TEXT)
		return;
	row_set_text(row, LONG_PERIOD_START, date_text(maker->arena, period->first));
	row_set_text(row, LONG_PERIOD_END, date_text(maker->arena, period->last));
}

void row_set_key(struct table_maker *maker, struct long_row *row, const struct cell_key *key)
{
	const struct dataset *dataset = maker->words.results->dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	const struct indicator *indicator = &dataset->indicators->items[key->indicator];
	const struct organisation *area = &dataset->organisations[key->organisation];
	int sexes = classification_find(dimensions, "sex");

	row->key = *key;
	row->has_key = true;
	row_set_text(row, LONG_INDICATOR, indicator->name);
	row_set_text(row, LONG_INDICATOR_ID, indicator->id);
	set_period(maker, row, &dataset->periods[key->period]);
	row_set_text(row, LONG_AREA, area->name);
	row_set_text(row, LONG_AREA_CODE, area->code);
	if (key->classification != CLASSIFICATION_ALL) {
		const struct classification *classification =
			dimensions->classifications[key->classification];

		row_set_text(row, LONG_BREAKDOWN, classification->label);
		if (key->group != GROUP_ALL)
			row_set_text(row, LONG_GROUP,
				     words_group(&maker->words, classification, key->group));
	}
	if (key->sex != SEX_ALL && sexes >= 0)
		row_set_text(
			row, LONG_SEX,
			words_group(&maker->words, dimensions->classifications[sexes], key->sex));
}

/* -- measure and unit --------------------------------------------------------------------------------------- */

static const char *unit_of_value(const struct table_maker *maker, const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);

	if (method->is_count && indicator->events[0] != '\0')
		return indicator->events;
	return indicator->unit[0] != '\0' ? indicator->unit : word(maker, STRING_DATA_UNIT_NUMBER);
}

static const char *unit_of_difference(const struct table_maker *maker,
				      const struct indicator *indicator)
{
	return indicator_in_percent(indicator) || method_find(indicator->method)->in_points
		       ? word(maker, STRING_DATA_UNIT_POINTS)
		       : unit_of_value(maker, indicator);
}

static const char *unit_of(const struct table_maker *maker, const struct indicator *indicator,
			   enum measure measure)
{
	const char *number = word(maker, STRING_DATA_UNIT_NUMBER);

	switch (measure_kind(measure)->unit) {
	case MEASURE_UNIT_VALUE:
		return unit_of_value(maker, indicator);
	case MEASURE_UNIT_DIFFERENCE:
		return unit_of_difference(maker, indicator);
	case MEASURE_UNIT_COUNT:
		number = measure == MEASURE_DENOMINATOR && indicator->population[0] != '\0'
				 ? indicator->population
				 : indicator->events;
		return number[0] != '\0' ? number : word(maker, STRING_DATA_UNIT_NUMBER);
	case MEASURE_UNIT_PERCENT:
		return "%";
	case MEASURE_UNIT_RATIO:
		return word(maker, STRING_DATA_UNIT_RATIO);
	case MEASURE_UNIT_INDEX:
		return word(maker, STRING_DATA_UNIT_INDEX);
	case MEASURE_UNIT_BARE:
		break;
	}
	return number;
}

/* With the group of comparison where it is named: two gaps of one group are two rows. */
static const char *measure_name(const struct table_maker *maker, const struct figure_use *use)
{
	enum measure measure = use->choice.measure;
	const char *name = word(maker, measure == MEASURE_COUNT         ? STRING_HEADING_COUNT
				       : measure == MEASURE_DENOMINATOR ? STRING_HEADING_DENOMINATOR
				       : measure == MEASURE_SHARE       ? STRING_HEADING_SHARE
								  : string_of_measure(measure));
	struct placeholder parts[] = { { "measure", name }, { "group", "" }, { 0 } };

	if (use->choice.reference < 0 || use->key.classification == CLASSIFICATION_ALL)
		return name;
	parts[1].text = words_group(
		&maker->words,
		maker->words.results->dataset->dimensions->classifications[use->key.classification],
		use->choice.reference);
	return words_fill(&maker->words, STRING_DATA_MEASURE_FROM, parts);
}

void row_set_measure(struct table_maker *maker, struct long_row *row, const struct figure_use *use)
{
	const struct dataset *dataset = maker->words.results->dataset;
	const struct indicator *indicator = &dataset->indicators->items[use->key.indicator];

	row->choice = use->choice;
	row_set_text(row, LONG_MEASURE, measure_name(maker, use));
	row_set_text(row, LONG_UNIT, unit_of(maker, indicator, use->choice.measure));
}

/* -- what is shown ------------------------------------------------------------------------------------------ */

static const char *status_words(const struct table_maker *maker, enum value_state state)
{
	static const enum string_id ids[] = {
		[VALUE_NOT_AVAILABLE] = STRING_DATA_STATUS_NOT_AVAILABLE,
		[VALUE_SHOWN] = STRING_DATA_STATUS_SHOWN,
		[VALUE_UNRELIABLE] = STRING_DATA_STATUS_UNRELIABLE,
		[VALUE_SUPPRESSED] = STRING_DATA_STATUS_SUPPRESSED,
		[VALUE_NOT_APPLICABLE] = STRING_DATA_STATUS_NOT_APPLICABLE,
	};

	return word(maker, ids[state]);
}

static bool is_rounded(const char *printed)
{
	return strncmp(printed, VALUE_ROUNDED, strlen(VALUE_ROUNDED)) == 0;
}

static struct data_cell shorthand(struct table_maker *maker, enum value_state state)
{
	maker->states |= 1U << state;
	return (struct data_cell){ .text = words_state(&maker->words, state) };
}

static struct data_cell number_cell(struct table_maker *maker, double number, unsigned decimals)
{
	return (struct data_cell){ .text = words_number(&maker->words, number, decimals),
				   .is_number = true,
				   .number = number,
				   .decimals = decimals };
}

static void set_status(struct table_maker *maker, struct long_row *row, enum value_state state)
{
	maker->states |= 1U << state;
	row_set_text(row, LONG_STATUS, status_words(maker, state));
}

struct long_row *rows_add_empty(struct table_maker *maker)
{
	struct long_row *row;

	maker->rows = arena_grow(maker->arena, maker->rows, maker->row_count, &maker->row_capacity,
				 sizeof(*maker->rows));
	row = &maker->rows[maker->row_count++];
	*row = (struct long_row){ 0 };
	return row;
}

static void set_quantity(struct table_maker *maker, struct long_row *row, enum long_column column,
			 const struct quantity *quantity)
{
	row->cells[column] = quantity_is_shown(quantity) ? number_cell(maker, quantity->number, 0)
							 : shorthand(maker, quantity->state);
}

/* Counts as the results file has them; where it has none, the method may still know of counts: not available. */
static void set_counts(struct table_maker *maker, struct long_row *row,
		       const struct figure_use *use)
{
	const struct result *result = use->choice.measure == MEASURE_VALUE
					      ? results_find(maker->words.results, &use->key)
					      : NULL;

	if (result == NULL)
		return;
	if (result->numerator.state != VALUE_NOT_AVAILABLE)
		set_quantity(maker, row, LONG_NUMERATOR, &result->numerator);
	if (result->denominator.state != VALUE_NOT_AVAILABLE)
		set_quantity(maker, row, LONG_DENOMINATOR, &result->denominator);
}

/* A figure that rounds to zero: its value has the decimals to see it with. */
static void set_rounded(struct table_maker *maker, struct long_row *row, const struct value *value)
{
	if (value->state == VALUE_SHOWN)
		row_set_text(row, LONG_STATUS, word(maker, STRING_DATA_STATUS_ROUNDED));
	maker->states |= 1U << VALUE_LETTER_ROUNDED;
	row->cells[LONG_VALUE] = value->above_zero
					 ? (struct data_cell){ .text = VALUE_ROUNDED }
					 : number_cell(maker, value->estimate,
						       number_decimals_for(value->estimate, 1));
}

static void set_value(struct table_maker *maker, struct long_row *row, const struct figure_use *use,
		      unsigned decimals)
{
	const struct value *value = &use->value;

	set_status(maker, row, value->state);
	if (!value_is_shown(value)) {
		row->cells[LONG_VALUE] = shorthand(maker, value->state);
		return;
	}
	if (is_rounded(row->cells[LONG_PRINTED].text))
		set_rounded(maker, row, value);
	else
		row->cells[LONG_VALUE] = number_cell(maker, value->estimate, decimals);
	if (!value->limits.known)
		return;
	row->cells[LONG_LOWER] = number_cell(maker, value->limits.lower, decimals);
	row->cells[LONG_UPPER] = number_cell(maker, value->limits.upper, decimals);
}

static bool is_there(const struct table_maker *maker, const struct figure_use *use,
		     struct long_row **found)
{
	for (size_t i = 0; i < maker->row_count; i++) {
		struct long_row *row = &maker->rows[i];

		if (row->has_key && cell_key_compare(&row->key, &use->key) == 0 &&
		    measure_choice_equal(&row->choice, &use->choice)) {
			*found = row;
			return true;
		}
	}
	return false;
}

struct long_row *rows_add_figure(struct table_maker *maker, const struct figure_use *use,
				 const char *printed)
{
	enum measure measure = use->choice.measure;
	unsigned decimals = results_decimals(maker->words.results, use->key.indicator, measure);
	struct long_row *row;
	double as_printed;

	if (is_there(maker, use, &row))
		return row;
	row = rows_add_empty(maker);
	row_set_key(maker, row, &use->key);
	row_set_measure(maker, row, use);
	if (printed == NULL ||
	    (!is_rounded(printed) && !data_read_printed(printed, &as_printed, &decimals)))
		printed = words_value(&maker->words, use->key.indicator, measure, &use->value,
				      DECIMALS_BY_RULE);
	row_set_text(row, LONG_PRINTED, printed);
	set_value(maker, row, use, decimals);
	set_counts(maker, row, use);
	return row;
}

struct long_row *rows_add_printed(struct table_maker *maker, enum value_state state, double number,
				  const char *printed)
{
	struct long_row *row = rows_add_empty(maker);
	unsigned decimals = 0;

	set_status(maker, row, state);
	row_set_text(row, LONG_PRINTED, printed);
	if (value_state_is_shown(state) && is_rounded(printed))
		set_rounded(maker, row, &(struct value){ .state = state, .above_zero = true });
	else if (value_state_is_shown(state) && data_read_printed(printed, &number, &decimals))
		row->cells[LONG_VALUE] = number_cell(maker, number, decimals);
	else
		row->cells[LONG_VALUE] =
			shorthand(maker, value_state_is_shown(state) ? VALUE_NOT_AVAILABLE : state);
	return row;
}
