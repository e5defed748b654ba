#include "run/results_file.h"

#include <string.h>

#include "base/buffer.h"
#include "base/number.h"
#include "indicator/method.h"
#include "model/result.h"

static void add_text(struct buffer *out, const char *text)
{
	if (strpbrk(text, ",\"\r\n") == NULL) {
		buffer_add_text(out, text);
		return;
	}
	buffer_add_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buffer_add_char(out, '"');
		buffer_add_char(out, *text);
	}
	buffer_add_char(out, '"');
}

static void add_number(struct buffer *out, bool known, double number)
{
	char text[NUMBER_TEXT_MAX];

	buffer_add_char(out, ',');
	if (!known)
		return;
	number_shortest(number, text);
	buffer_add_text(out, text);
}

static void add_cell(struct buffer *out, const char *text)
{
	buffer_add_char(out, ',');
	add_text(out, text);
}

static void add_key(struct buffer *out, const struct results *results, const struct cell_key *key)
{
	const struct dataset *dataset = results->dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	int sexes = classification_find(dimensions, "sex");
	const struct classification *classification =
		key->classification < 0 ? NULL : dimensions->classifications[key->classification];

	add_text(out, dataset->indicators->items[key->indicator].id);
	add_cell(out, dataset->periods[key->period].code);
	add_cell(out, dataset->organisations[key->organisation].code);
	add_cell(out, classification == NULL ? "all" : classification->id);
	add_cell(out, key->group < 0 ? "all" : classification->groups[key->group].label);
	add_cell(out, key->sex < 0 || sexes < 0
			      ? "all"
			      : dimensions->classifications[sexes]->groups[key->sex].label);
}

static void add_value(struct buffer *out, const char *measure, const struct value *value)
{
	bool shown = value_is_shown(value);

	add_cell(out, measure);
	add_cell(out, value_state_name(value->state));
	add_number(out, shown, value->estimate);
	add_number(out, shown && value->limits.known, value->limits.lower);
	add_number(out, shown && value->limits.known, value->limits.upper);
}

static void add_tail(struct buffer *out, const struct results *results, const struct result *result,
		     const struct value *value, const struct indicator *indicator)
{
	const char *source = result == NULL ? "" : results->dataset->sources[result->source].id;

	add_number(out, result != NULL && quantity_is_shown(&result->numerator),
		   result == NULL ? 0 : result->numerator.number);
	add_number(out, result != NULL && quantity_is_shown(&result->denominator),
		   result == NULL ? 0 : result->denominator.number);
	add_cell(out, value->origin == VALUE_GIVEN && value_is_shown(value) ? "given"
									    : indicator->method);
	add_cell(out, result == NULL ? "" : comparison_name(result->against_all));
	add_cell(out, value_reason_name(value->reason));
	add_cell(out, source);
	buffer_add_char(out, '\n');
}

void results_write(const struct results *results, struct buffer *out)
{
	const struct indicators *indicators = results->dataset->indicators;

	buffer_add_text(out,
			"indicator,period,organisation,dimension,group,sex,measure,state,value,"
			"lower,upper,numerator,denominator,method,compared_with_all,reason,"
			"source\n");
	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];

		add_key(out, results, &result->key);
		add_value(out, "value", &result->value);
		add_tail(out, results, result, &result->value,
			 &indicators->items[result->key.indicator]);
	}
	for (size_t i = 0; i < results->breakdown_count; i++) {
		const struct breakdown_result *item = &results->breakdowns[i];

		add_key(out, results, &item->key);
		add_value(out, measure_kind(item->measure)->name, &item->value);
		add_tail(out, results, NULL, &item->value, &indicators->items[item->key.indicator]);
	}
}
