#include "data/published_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/source.h"
#include "base/string_index.h"
#include "data/csv.h"
#include "data/csv_text.h"
#include "data/table.h"

enum {
	INDICATOR,
	PERIOD,
	ORGANISATION,
	DIMENSION,
	GROUP,
	SEX,
	MEASURE,
	STATE,
	VALUE,
	NEEDED,
	LOWER = NEEDED,
	UPPER,
	NUMERATOR,
	DENOMINATOR,
	METHOD,
	COMPARED,
	PRINTED,
	PARAMETERS,
	NAME,
	COLUMNS
};

static const char *const columns[COLUMNS] = {
	[INDICATOR] = "indicator",
	[PERIOD] = "period",
	[ORGANISATION] = "organisation",
	[DIMENSION] = "dimension",
	[GROUP] = "group",
	[SEX] = "sex",
	[MEASURE] = "measure",
	[STATE] = "state",
	[VALUE] = "value",
	[LOWER] = "lower",
	[UPPER] = "upper",
	[NUMERATOR] = "numerator",
	[DENOMINATOR] = "denominator",
	[METHOD] = "method",
	[COMPARED] = "compared_with_all",
	[PRINTED] = "printed",
	[PARAMETERS] = "parameters",
	[NAME] = "name",
};

/* Interval of files that do not tell their confidence. */
static const double usual_confidence = 0.95;

struct reader {
	struct arena *arena;
	const struct table *table;
	struct diag_list *diags;
	struct string_index *periods; /* order of appearance */
	int period_count;
};

static const char *cell(const struct reader *reader, size_t row, size_t column)
{
	return table_cell(reader->table, row, column);
}

/* False for an empty cell, and after a diagnostic for one that is no number. */
static bool read_number(const struct reader *reader, size_t row, size_t column, double *number)
{
	const char *text = cell(reader, row, column);

	if (text[0] == '\0')
		return false;
	if (number_parse(text, strlen(text), number))
		return true;
	diag_addf(reader->diags, DIAG_EARLIER_NUMBER, table_location(reader->table, row, column),
		  "%s=\"%s\"", columns[column], text);
	return false;
}

static enum value_state read_state(const struct reader *reader, size_t row)
{
	const char *text = cell(reader, row, STATE);

	for (int state = 0; state <= VALUE_NOT_APPLICABLE; state++)
		if (strcmp(value_state_name((enum value_state)state), text) == 0)
			return (enum value_state)state;
	return VALUE_NOT_AVAILABLE;
}

static struct value read_value(const struct reader *reader, size_t row)
{
	struct value value = { .state = read_state(reader, row) };

	if (!value_is_shown(&value))
		return value;
	if (!read_number(reader, row, VALUE, &value.estimate))
		return value_without(VALUE_NOT_AVAILABLE, REASON_NONE);
	value.limits.known = read_number(reader, row, LOWER, &value.limits.lower) &&
			     read_number(reader, row, UPPER, &value.limits.upper);
	return value;
}

static struct quantity read_count(const struct reader *reader, size_t row, size_t column)
{
	struct quantity count = { .state = VALUE_NOT_AVAILABLE };

	if (read_number(reader, row, column, &count.number))
		count.state = VALUE_SHOWN;
	return count;
}

/* "...;confidence=0.95" */
static double confidence_of(const char *parameters)
{
	static const char name[] = "confidence=";
	const char *found = strstr(parameters, name);
	double confidence;

	if (found == NULL)
		return usual_confidence;
	found += sizeof(name) - 1;
	return number_parse(found, strcspn(found, ";"), &confidence) && confidence > 0 &&
			       confidence < 1
		       ? confidence
		       : usual_confidence;
}

static struct period read_period(struct reader *reader, size_t row)
{
	const char *code = cell(reader, row, PERIOD);
	struct period period = period_parse(code);

	if (string_index_add(reader->periods, code, reader->period_count))
		reader->period_count++;
	period.order = string_index_find(reader->periods, code);
	return period;
}

static void read_row(struct reader *reader, size_t row, struct published *published)
{
	const char *name = cell(reader, row, NAME);
	struct published_figure figure = {
		.indicator = cell(reader, row, INDICATOR),
		.organisation = cell(reader, row, ORGANISATION),
		.dimension = cell(reader, row, DIMENSION),
		.group = cell(reader, row, GROUP),
		.sex = cell(reader, row, SEX),
		.measure = cell(reader, row, MEASURE),
		.parameters = cell(reader, row, PARAMETERS),
		.method = cell(reader, row, METHOD),
		.printed = cell(reader, row, PRINTED),
		.period = read_period(reader, row),
		.value = read_value(reader, row),
		.numerator = read_count(reader, row, NUMERATOR),
		.denominator = read_count(reader, row, DENOMINATOR),
		.compared = cell(reader, row, COMPARED)[0] != '\0',
		.confidence = confidence_of(cell(reader, row, PARAMETERS)),
	};

	published_add(published, &figure, name);
}

/* Names the columns from first to last that the file lacks; "" when it has them. */
static char *missing_columns(struct arena *arena, const struct table *table, size_t first,
			     size_t last)
{
	struct buffer missing;

	buffer_init(&missing);
	for (size_t i = first; i < last; i++)
		if (csv_find_column(table->reader, columns[i]) == CSV_COLUMN_MISSING)
			buffer_printf(&missing, "%s\"%s\"", missing.length == 0 ? "" : ", ",
				      columns[i]);
	return buffer_finish(&missing, arena);
}

/* A statement, a layout or a page of the web stands beside the results as a rule, and is named in their place. */
static bool is_markup(struct arena *arena, const char *path, struct location from,
		      struct diag_list *diags)
{
	const struct source *source =
		source_read(arena, path, path, from, DIAG_DATA_UNREADABLE, diags);
	size_t at = 0;

	if (source == NULL)
		return false;
	at = csv_text_start(source);
	while (at < source->length && strchr(" \t\r\n", source->bytes[at]) != NULL)
		at++;
	if (at >= source->length || source->bytes[at] != '<')
		return false;
	diag_add(diags, DIAG_RESULTS_NONE, (struct location){ .file = path },
		 "it is an XML file or a web page", "name the results.csv that was made with it");
	return true;
}

struct published *published_file_read(struct arena *arena, const char *path, struct location from,
				      struct diag_list *diags)
{
	size_t errors = diag_errors(diags);
	struct reader reader = { .arena = arena,
				 .diags = diags,
				 .periods = string_index_new(arena) };
	struct published *published = published_new(arena, arena_strdup(arena, path));
	const char *missing;

	if (is_markup(arena, published->file, from, diags))
		return NULL;
	reader.table = table_read(arena, published->file, from, columns, COLUMNS, 0, diags);
	if (reader.table == NULL)
		return NULL;
	missing = missing_columns(arena, reader.table, 0, NEEDED);
	if (missing[0] != '\0') {
		diag_addf(diags, DIAG_RESULTS_NONE, csv_column_location(reader.table->reader, 0),
			  "the header lacks %s", missing);
		return NULL;
	}
	missing = missing_columns(arena, reader.table, NEEDED, COLUMNS);
	if (missing[0] != '\0')
		diag_add(diags, DIAG_RESULTS_COLUMNS, csv_column_location(reader.table->reader, 0),
			 missing, NULL);
	for (size_t row = 0; row < reader.table->row_count; row++)
		read_row(&reader, row, published);
	return diag_errors(diags) == errors ? published : NULL;
}
