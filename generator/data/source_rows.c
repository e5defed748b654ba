/*
 * source_rows.c - the rows of one source: a table is read, records are counted.
 */
#include "data/source_rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "data/data_file.h"
#include "data/mapping.h"
#include "data/plan_check.h"
#include "data/records_read.h"
#include "data/source_indicator.h"

enum { FAULTS_MOST = 200 };

static void add_code(struct record_reader *reader, const char *code, int indicator)
{
	int number = string_index_find(reader->indicator_codes, code);
	struct code_sharers *sharers;

	if (number == STRING_INDEX_NONE) {
		number = (int)reader->sharers_count++;
		reader->sharers = arena_grow(reader->arena, reader->sharers, (size_t)number,
					     &reader->sharers_capacity, sizeof(*reader->sharers));
		string_index_add(reader->indicator_codes, code, number);
	}
	sharers = &reader->sharers[number];
	if (sharers->count > 0 && sharers->indicators[sharers->count - 1] == indicator)
		return;
	sharers->indicators = arena_grow(reader->arena, sharers->indicators, sharers->count,
					 &sharers->capacity, sizeof(*sharers->indicators));
	sharers->indicators[sharers->count++] = indicator;
}

/* One code may be that of several indicators: one count standardised in two ways. */
static void index_codes(struct record_reader *reader, const char *source)
{
	const struct indicators *indicators = reader->dataset->indicators;

	reader->indicator_codes = string_index_new(reader->arena);
	reader->sharers = NULL;
	reader->sharers_count = reader->sharers_capacity = 0;
	for (size_t i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->items[i];

		if (indicator->source[0] != '\0' && strcmp(indicator->source, source) != 0)
			continue;
		for (const char *code = indicator->codes; *code != '\0';) {
			size_t length = strcspn(code, "|");

			add_code(reader, arena_strndup(reader->arena, code, length), (int)i);
			code += length + (code[length] == '|');
		}
	}
}

static bool blank_after(const struct csv_record *record, size_t column)
{
	for (size_t i = column; i < record->count; i++)
		if (csv_trim(record->cells[i]).length > 0)
			return false;
	return true;
}

/* A row may lack columns that nobody reads, and may have empty cells beyond the header. */
static bool fits_header(const struct source_plan *plan, const struct csv_record *record,
			struct diag_list *diags)
{
	size_t columns = csv_columns(plan->reader);

	if (record->count <= plan->last_column) {
		diag_addf(diags, DIAG_ROW_SHORT, csv_location(plan->reader, record->offset),
			  "%zu cells, the header has %zu", record->count, columns);
		return false;
	}
	if (record->count > columns && !blank_after(record, columns)) {
		diag_addf(diags, DIAG_ROW_LONG, csv_location(plan->reader, record->offset),
			  "%zu cells, the header has %zu", record->count, columns);
		return false;
	}
	return true;
}

/* The row of a code is one of every indicator that goes by it. */
static void add_to_sharers(struct record_reader *reader, struct dataset_parts *parts,
			   struct observation *observation)
{
	const struct code_sharers *sharers = reader->row_sharers;

	dataset_parts_add(reader->arena, reader->dataset, parts, observation);
	for (size_t i = 1; sharers != NULL && i < sharers->count; i++) {
		observation->key.indicator = sharers->indicators[i];
		dataset_parts_add(reader->arena, reader->dataset, parts, observation);
	}
}

/* Reads one row for all series. False when a diagnostic was added. */
static bool read_row(struct record_reader *reader, struct dataset_parts *parts,
		     const struct source_plan *plan, int number, const struct csv_record *record)
{
	struct data_source *source = &reader->dataset->sources[number];
	size_t used = 0, filtered = 0, skipped = 0;
	unsigned line = 0;

	for (size_t i = 0; i < plan->series_count; i++) {
		struct observation observation;

		if (!mapping_takes(&plan->series[i], record)) {
			filtered++;
			continue;
		}
		switch (record_read(reader, plan, &plan->series[i], number, record, &observation)) {
		case RECORD_USED:
			if (line == 0)
				line = csv_location(plan->reader, record->offset).line;
			observation.line = line;
			add_to_sharers(reader, parts, &observation);
			used++;
			break;
		case RECORD_SKIPPED:
			skipped++;
			break;
		case RECORD_OTHER_INDICATOR:
			break;
		case RECORD_FAULTY:
			return false;
		}
	}
	if (used > 0)
		source->rows_used++;
	else if (filtered == plan->series_count)
		source->rows_filtered++;
	else if (skipped > 0)
		source->rows_skipped++;
	else
		source->rows_other_indicator++;
	return true;
}

static void read_rows(struct record_reader *reader, struct dataset_parts *parts,
		      const struct source_plan *plan, int number)
{
	struct data_source *source = &reader->dataset->sources[number];
	const struct csv_record *record;
	size_t faults = 0;

	while ((record = csv_next(plan->reader)) != NULL) {
		source->rows++;
		if (fits_header(plan, record, reader->diags) &&
		    read_row(reader, parts, plan, number, record))
			continue;
		if (++faults == FAULTS_MOST) {
			diag_add(reader->diags, DIAG_TOO_MANY_FAULTS,
				 csv_location(plan->reader, record->offset), source->id, NULL);
			return;
		}
	}
	if (faults == 0 && !csv_failed(plan->reader) && source->rows_used == 0)
		diag_addf(reader->diags, DIAG_ROWS_NONE, source->at,
			  "%s: %zu rows, %zu filtered out, %zu of other indicators", source->id,
			  source->rows, source->rows_filtered, source->rows_other_indicator);
}

/* What stands for a file in messages and lists. */
static const char *database_name(struct arena *arena, const struct source_spec *spec)
{
	return arena_printf(arena, "%s: %s", spec->connection.text,
			    spec->table.text != NULL ? spec->table.text : "query");
}

void source_describe(struct arena *arena, const struct source_spec *spec, const char *path,
		     struct data_source *source)
{
	*source = (struct data_source){
		.id = spec->id,
		.file = spec->kind == SOURCE_ODBC ? database_name(arena, spec)
			: path == NULL            ? spec->href.text
						  : arena_strdup(arena, path),
		.title = spec->title.text != NULL ? spec->title.text : spec->id,
		.rule = spec->rule.text != NULL ? spec->rule.text : "",
		.retrieved = spec->retrieved.text != NULL ? spec->retrieved.text : "",
		.population = spec->population.text != NULL ? spec->population.text : "",
		.adds_up = spec->adds_up || spec->kind != SOURCE_TABLE,
		.at = spec->at,
	};
}

/* A hint: which indicators name the source, if any. */
static const char *names_of_source(struct record_reader *reader, const char *source)
{
	const struct indicators *indicators = reader->dataset->indicators;
	const char *names = "";

	for (size_t i = 0; i < indicators->count; i++)
		if (strcmp(indicators->items[i].source, source) == 0)
			names = arena_printf(reader->arena, "%s%s%s", names,
					     names[0] == '\0' ? "" : ", ", indicators->items[i].id);
	return names[0] == '\0'
		       ? NULL
		       : arena_printf(
				 reader->arena,
				 "it is named by %s: set one code as indicator and give it to each "
				 "of them, codes=\"...\"",
				 names);
}

static void read_source(struct record_reader *reader, struct dataset_parts *parts,
			const struct source_spec *spec, int number, struct csv_reader *csv)
{
	const struct indicators *indicators = reader->dataset->indicators;
	struct source_plan plan;

	if (csv == NULL || !mapping_plan(reader->arena, spec, csv, &plan, reader->diags))
		return;
	index_codes(reader, spec->id);
	if (!plan.series[0].roles[DATA_ROLE_INDICATOR].known &&
	    !source_indicator(indicators, spec->id, number, &reader->only_indicator)) {
		diag_add(reader->diags, DIAG_SOURCE_NO_INDICATOR, spec->at, spec->id,
			 names_of_source(reader, spec->id));
		return;
	}
	if (!plan_check(reader, &plan))
		return;
	read_rows(reader, parts, &plan, number);
	record_tell_rest(reader);
}

/* The text of a file is let go when its rows are read. */
static void read_file(struct record_reader *reader, struct dataset_parts *parts,
		      const struct source_spec *spec, int number, const char *path)
{
	struct arena *text = arena_new();

	read_source(reader, parts, spec, number, data_file_open(text, spec, path, reader->diags));
	arena_free(text);
}

void source_rows_read(struct record_reader *reader, struct dataset_parts *parts,
		      const struct source_spec *spec, int number, const char *path,
		      struct records_lookups *lookups, const struct count_source *counter)
{
	if (spec->kind != SOURCE_TABLE)
		records_read(reader, parts, spec, number, path, lookups, counter);
	else if (path != NULL)
		read_file(reader, parts, spec, number, path);
}
