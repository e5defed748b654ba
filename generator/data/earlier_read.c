#include "data/earlier_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/number.h"
#include "data/csv.h"
#include "data/data_file.h"
#include "data/published_read.h"
#include "data/table.h"
#include "model/earlier.h"

enum {
	INDICATOR,
	PERIOD,
	ORGANISATION,
	DIMENSION,
	GROUP,
	SEX,
	MEASURE,
	STATE,
	NUMERATOR,
	DENOMINATOR,
	COLUMNS
};

static const char *const columns[COLUMNS] = { "indicator",  "period", "organisation",
					      "dimension",  "group",  "sex",
					      "measure",    "state",  "numerator",
					      "denominator" };

struct reader {
	struct arena *arena;
	const struct dataset *dataset;
	const struct table *table;
	struct earlier_statement *statement;
	bool *divided; /* of every indicator: its figures have denominators there */
	struct diag_list *diags;
};

/* -- one figure --------------------------------------------------------------------------------- */

static bool is_all(const char *text)
{
	return strcmp(text, "all") == 0;
}

static bool find_breakdown(const struct reader *reader, size_t row, struct cell_key *key)
{
	const struct dimensions *dimensions = reader->dataset->dimensions;
	const char *by = table_cell(reader->table, row, DIMENSION);
	const char *group = table_cell(reader->table, row, GROUP);
	const char *sex = table_cell(reader->table, row, SEX);
	int sexes = classification_find(dimensions, "sex");

	key->classification = is_all(by) ? CLASSIFICATION_ALL : classification_find(dimensions, by);
	key->group = GROUP_ALL;
	key->sex = SEX_ALL;
	if (!is_all(by)) {
		if (key->classification < 0)
			return false;
		key->group = group_find(dimensions->classifications[key->classification], group);
		if (key->group < 0)
			return false;
	}
	if (!is_all(sex))
		key->sex = sexes < 0 ? -1 : group_find(dimensions->classifications[sexes], sex);
	return is_all(sex) || key->sex >= 0;
}

/* The same time may be written in another way. */
static int find_period(const struct dataset *dataset, const char *code)
{
	struct period wanted = period_parse(code);
	int found = period_find(dataset, code);

	for (size_t i = 0; found < 0 && wanted.form != PERIOD_TEXT && i < dataset->period_count;
	     i++)
		if (dataset->periods[i].form == wanted.form &&
		    date_compare(dataset->periods[i].first, wanted.first) == 0 &&
		    date_compare(dataset->periods[i].last, wanted.last) == 0)
			found = (int)i;
	return found;
}

/* False for a figure that has no place in the dataset. */
static bool find_key(const struct reader *reader, size_t row, struct cell_key *key)
{
	const struct dataset *dataset = reader->dataset;

	key->indicator =
		indicator_find(dataset->indicators, table_cell(reader->table, row, INDICATOR));
	key->period = find_period(dataset, table_cell(reader->table, row, PERIOD));
	key->organisation =
		organisation_find(dataset, table_cell(reader->table, row, ORGANISATION));
	return key->indicator >= 0 && key->period >= 0 && key->organisation >= 0 &&
	       find_breakdown(reader, row, key);
}

/* A count that is missing where the figure was hidden was hidden too, when there are such counts at all. */
static struct quantity read_count(const struct reader *reader, size_t row, int column,
				  bool expected)
{
	const char *text = table_cell(reader->table, row, (size_t)column);
	bool hidden = strcmp(table_cell(reader->table, row, STATE),
			     value_state_name(VALUE_SUPPRESSED)) == 0;
	struct quantity count = { .state = VALUE_SHOWN };

	if (text[0] == '\0')
		return (struct quantity){ .state = hidden && expected ? VALUE_SUPPRESSED
								      : VALUE_NOT_AVAILABLE };
	if (!number_parse(text, strlen(text), &count.number)) {
		diag_addf(reader->diags, DIAG_EARLIER_NUMBER,
			  table_location(reader->table, row, (size_t)column), "%s=\"%s\"",
			  columns[column], text);
		count.state = VALUE_NOT_AVAILABLE;
	}
	return count;
}

static void read_figure(struct reader *reader, size_t row)
{
	struct earlier_statement *statement = reader->statement;
	struct earlier_figure figure;

	if (strcmp(table_cell(reader->table, row, MEASURE), "value") != 0 ||
	    !find_key(reader, row, &figure.key))
		return;
	figure.numerator = read_count(reader, row, NUMERATOR, true);
	figure.denominator =
		read_count(reader, row, DENOMINATOR, reader->divided[figure.key.indicator]);
	statement->items = arena_grow(reader->arena, statement->items, statement->count,
				      &statement->capacity, sizeof(*statement->items));
	statement->items[statement->count++] = figure;
}

/* -- a file ------------------------------------------------------------------------------------- */

/* Says in one message which columns the file lacks. */
static bool has_columns(const struct table *table, struct diag_list *diags)
{
	struct buffer missing;
	bool complete;

	buffer_init(&missing);
	for (size_t i = 0; i < COLUMNS; i++)
		if (csv_find_column(table->reader, columns[i]) == CSV_COLUMN_MISSING)
			buffer_printf(&missing, "%s\"%s\"", missing.length == 0 ? "" : ", ",
				      columns[i]);
	complete = missing.length == 0;
	if (!complete)
		diag_addf(diags, DIAG_EARLIER_COLUMNS, csv_column_location(table->reader, 0),
			  "the header lacks %s", buffer_text(&missing));
	buffer_clear(&missing);
	return complete;
}

static void find_divided(struct reader *reader)
{
	for (size_t row = 0; row < reader->table->row_count; row++) {
		int indicator = indicator_find(reader->dataset->indicators,
					       table_cell(reader->table, row, INDICATOR));

		if (indicator >= 0 && table_cell(reader->table, row, DENOMINATOR)[0] != '\0')
			reader->divided[indicator] = true;
	}
}

static int compare_figures(const void *a, const void *b)
{
	return cell_key_compare(&((const struct earlier_figure *)a)->key,
				&((const struct earlier_figure *)b)->key);
}

/* In order, and each once. */
static void put_in_order(struct earlier_statement *statement)
{
	size_t kept = 0;

	if (statement->count > 0)
		qsort(statement->items, statement->count, sizeof(*statement->items),
		      compare_figures);
	for (size_t i = 0; i < statement->count; i++)
		if (kept == 0 ||
		    compare_figures(&statement->items[kept - 1], &statement->items[i]) != 0)
			statement->items[kept++] = statement->items[i];
	statement->count = kept;
}

static void read_statement(struct arena *arena, const struct report *report,
			   const struct earlier_spec *spec, struct dataset *dataset,
			   struct data_folders folders, struct diag_list *diags)
{
	const struct source_spec file = { .at = spec->at, .href = spec->href };
	const char *path = data_file_find(arena, report, &file, folders, diags);
	struct earlier_statement statement = {
		.id = spec->id, .title = spec->title.text, .file = spec->href.text, .at = spec->at
	};
	struct reader reader = {
		.arena = arena,
		.dataset = dataset,
		.statement = &statement,
		.divided = arena_array(arena, dataset->indicators->count + 1, sizeof(bool)),
		.diags = diags,
	};

	if (path != NULL)
		reader.table = table_read(arena, arena_strdup(arena, path), spec->href.at, columns,
					  COLUMNS, 0, diags);
	if (reader.table == NULL || !has_columns(reader.table, diags))
		return;
	if (spec->id[0] != '\0')
		statement.published = published_file_read(arena, path, spec->href.at, diags);
	find_divided(&reader);
	for (size_t row = 0; row < reader.table->row_count; row++)
		read_figure(&reader, row);
	put_in_order(&statement);
	if (statement.count == 0)
		diag_add(diags, DIAG_EARLIER_UNRELATED, spec->href.at, spec->href.text, NULL);
	dataset->earlier[dataset->earlier_count++] = statement;
}

void earlier_read(struct arena *arena, const struct report *report, struct dataset *dataset,
		  struct data_folders folders, struct diag_list *diags)
{
	dataset->earlier = arena_array(arena, report->earlier_count + 1, sizeof(*dataset->earlier));
	for (size_t i = 0; i < report->earlier_count; i++)
		read_statement(arena, report, &report->earlier[i], dataset, folders, diags);
}
