#include "run/results_file.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/number.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "indicator/recipe.h"
#include "words/method_words.h"

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

/* A cell written by a function of the floor below. */
static void add_buffer(struct buffer *out, struct buffer *cell)
{
	add_cell(out, buffer_text(cell));
	buffer_clear(cell);
}

static void add_printed(struct buffer *out, const struct words *words, int indicator,
			enum measure measure, const struct value *value)
{
	bool interval = value_is_shown(value) && value->limits.known;

	add_cell(out, words_value(words, indicator, measure, value, DECIMALS_BY_RULE));
	add_cell(out, interval ? words_interval(words, indicator, measure, value, DECIMALS_BY_RULE)
			       : "");
}

static void write_result(const struct words *words, const struct result *result, struct buffer *out)
{
	const struct dataset *dataset = words->results->dataset;
	const struct indicator *indicator = &dataset->indicators->items[result->key.indicator];
	const struct value *value = &result->value;
	bool given = value->origin == VALUE_GIVEN && value_is_shown(value);
	struct buffer cell;

	buffer_init(&cell);
	add_key(out, words->results, &result->key);
	add_value(out, measure_kind(MEASURE_VALUE)->name, value);
	add_number(out, quantity_is_shown(&result->numerator), result->numerator.number);
	add_number(out, quantity_is_shown(&result->denominator), result->denominator.number);
	add_cell(out, given ? "given" : indicator->method);
	add_cell(out, comparison_name(result->against_all));
	add_cell(out, value_reason_name(value->reason));
	add_cell(out, dataset->sources[result->source].id);
	add_printed(out, words, result->key.indicator, MEASURE_VALUE, value);
	recipe_of_value(words->results, result, &cell);
	add_buffer(out, &cell);
	add_cell(out, method_recipe(words, indicator, value));
	buffer_add_char(out, '\n');
}

static void write_breakdown(const struct words *words, const struct breakdown_result *figure,
			    struct buffer *out)
{
	const struct dataset *dataset = words->results->dataset;
	enum measure measure = figure->choice.measure;
	struct buffer cell;

	buffer_init(&cell);
	add_key(out, words->results, &figure->key);
	add_value(out, measure_kind(measure)->name, &figure->value);
	buffer_add_text(out, ",,");
	add_cell(out, dataset->indicators->items[figure->key.indicator].method);
	add_cell(out, "");
	add_cell(out, value_reason_name(figure->value.reason));
	add_cell(out, "");
	add_printed(out, words, figure->key.indicator, measure, &figure->value);
	recipe_of_measure(words->results, figure, &cell);
	add_buffer(out, &cell);
	add_cell(out, measure_recipe(words, figure));
	buffer_add_char(out, '\n');
}

/* Words are for one row; many rows together need not be kept. */
static void forget_words(struct words *words, size_t row)
{
	if (row % 256 != 0)
		return;
	arena_free(words->arena);
	words->arena = arena_new();
}

void results_write(const struct results *results, const struct strings *strings, struct buffer *out)
{
	struct words words = { arena_new(), strings, results };
	const struct breakdown_result *const *asked;
	size_t count;

	buffer_add_text(out,
			"indicator,period,organisation,dimension,group,sex,measure,state,value,"
			"lower,upper,numerator,denominator,method,compared_with_all,reason,"
			"source,printed,printed_interval,parameters,methods\n");
	for (size_t i = 0; i < results->count; i++) {
		forget_words(&words, i);
		write_result(&words, &results->items[i], out);
	}
	for (size_t i = 0; i < results->breakdown_count; i++) {
		forget_words(&words, i);
		write_breakdown(&words, &results->breakdowns[i], out);
	}
	asked = figures_asked(results, &count);
	for (size_t i = 0; i < count; i++) {
		forget_words(&words, i);
		write_breakdown(&words, asked[i], out);
	}
	arena_free(words.arena);
	buffer_trim(out);
}
