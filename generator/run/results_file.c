#include "run/results_file.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "indicator/recipe.h"
#include "run/csv_cells.h"
#include "words/method_words.h"

static void add_value(struct buffer *out, const char *measure, const struct value *value)
{
	bool shown = value_is_shown(value);

	csv_add_cell(out, measure);
	csv_add_cell(out, value_state_name(value->state));
	csv_add_number(out, shown, value->estimate);
	csv_add_number(out, shown && value->limits.known, value->limits.lower);
	csv_add_number(out, shown && value->limits.known, value->limits.upper);
}

/* A cell written by a function of the floor below. */
static void add_buffer(struct buffer *out, struct buffer *cell)
{
	csv_add_cell(out, buffer_text(cell));
	buffer_clear(cell);
}

static void add_printed(struct buffer *out, const struct words *words, int indicator,
			enum measure measure, const struct value *value)
{
	bool interval = value_is_shown(value) && value->limits.known;

	csv_add_cell(out, words_value(words, indicator, measure, value, DECIMALS_BY_RULE));
	csv_add_cell(out,
		     interval ? words_interval(words, indicator, measure, value, DECIMALS_BY_RULE)
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
	csv_add_key(out, words->results, &result->key);
	add_value(out, measure_kind(MEASURE_VALUE)->name, value);
	csv_add_number(out, quantity_is_shown(&result->numerator), result->numerator.number);
	csv_add_number(out, quantity_is_shown(&result->denominator), result->denominator.number);
	csv_add_cell(out, given ? "given" : indicator->method);
	csv_add_cell(out, comparison_name(result->against_all));
	csv_add_cell(out, value_reason_name(value->reason));
	csv_add_cell(out, dataset->sources[result->source].id);
	add_printed(out, words, result->key.indicator, MEASURE_VALUE, value);
	recipe_of_value(words->results, result, &cell);
	add_buffer(out, &cell);
	csv_add_cell(out, method_recipe(words, indicator, value));
	csv_add_cell(out, indicator->name);
	buffer_add_char(out, '\n');
}

static void write_breakdown(const struct words *words, const struct breakdown_result *figure,
			    struct buffer *out)
{
	const struct dataset *dataset = words->results->dataset;
	enum measure measure = figure->choice.measure;
	struct buffer cell;

	buffer_init(&cell);
	csv_add_key(out, words->results, &figure->key);
	add_value(out, measure_kind(measure)->name, &figure->value);
	buffer_add_text(out, ",,");
	csv_add_cell(out, dataset->indicators->items[figure->key.indicator].method);
	csv_add_cell(out, "");
	csv_add_cell(out, value_reason_name(figure->value.reason));
	csv_add_cell(out, "");
	add_printed(out, words, figure->key.indicator, measure, &figure->value);
	recipe_of_measure(words->results, figure, &cell);
	add_buffer(out, &cell);
	csv_add_cell(out, measure_recipe(words, figure));
	csv_add_cell(out, dataset->indicators->items[figure->key.indicator].name);
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
	struct words words = { .arena = arena_new(), .strings = strings, .results = results };
	const struct breakdown_result *const *asked;
	size_t count;

	buffer_add_text(out,
			"indicator,period,organisation,dimension,group,sex,measure,state,value,"
			"lower,upper,numerator,denominator,method,compared_with_all,reason,"
			"source,printed,printed_interval,parameters,methods,name\n");
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
