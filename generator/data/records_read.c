#include "data/records_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/data_file.h"
#include "data/records_quality.h"
#include "data/records_rows.h"

struct records_reading {
	struct record_reader *reader;
	struct dataset_parts *parts;
	const struct source_spec *spec;
	const struct count_source *counter;
	struct data_source *source;
	struct count_place place;
	struct records_plan plan;
	int number;
};

static struct count_place place_of(struct arena *arena, const struct source_spec *spec,
				   const char *path)
{
	struct count_place place = { .at = spec->href.text != NULL ? spec->href.at : spec->at };

	if (spec->kind == SOURCE_ODBC) {
		place.connection = spec->connection.text;
		place.table = spec->table.text;
		place.query = spec->query.text;
		place.seconds = spec->seconds;
		return place;
	}
	place.path = arena_strdup(arena, path);
	place.shown_path = place.path;
	place.encoding = spec->encoding.text;
	place.delimiter = data_file_delimiter(&spec->delimiter);
	place.headerless = !spec->header;
	place.preamble = spec->skip_rows;
	return place;
}

static struct records_rows rows_new(const struct records_reading *reading)
{
	struct arena *arena = reading->reader->arena;
	const struct records_spec *records = &reading->spec->records;
	struct records_rows rows = {
		.reader = reading->reader,
		.plan = &reading->plan,
		.number = reading->number,
		.file = reading->source->file,
		.place = { .source = reading->spec },
		.texts = arena_array(arena, DATA_ROLE_COUNT + records->by_count,
				     sizeof(*rows.texts)),
	};

	mapping_add_labels(arena, reading->spec, &rows.series);
	return rows;
}

static bool answer(const struct records_reading *reading, const struct count_query *query,
		   struct count_result *result)
{
	return reading->counter->answer(reading->counter->context, reading->reader->arena, query,
					&reading->place, result, reading->reader->diags);
}

/* Rows of all cells. False after a diagnostic. */
static bool count(const struct records_reading *reading, struct records_rows *rows,
		  struct count_result *result)
{
	struct count_result again_result;
	struct records_rows again_rows;
	struct count_query again;

	if (!answer(reading, &reading->plan.query, result))
		return false;
	records_rows_add(rows, result);
	if (!records_rows_clash(rows))
		return true;
	again = records_regrouped(rows);
	if (!answer(reading, &again, &again_result))
		return false;
	again_rows = rows_new(reading);
	records_rows_add(&again_rows, &again_result);
	records_rows_clash(&again_rows);
	rows->items = again_rows.items;
	rows->count = again_rows.count;
	return true;
}

static void keep_rows(const struct records_reading *reading, const struct records_rows *rows,
		      const struct count_result *result)
{
	struct data_source *source = reading->source;

	source->counted = true;
	source->rows = (size_t)result->rows;
	source->rows_filtered = (size_t)(result->rows - result->rows_taken);
	source->rows_skipped = (size_t)(rows->placeless + rows->skipped);
	source->rows_used = (size_t)result->rows_taken - source->rows_skipped;
	for (size_t i = 0; i < rows->count; i++)
		dataset_parts_add(reading->reader->arena, reading->reader->dataset, reading->parts,
				  &rows->items[i].observation);
	if (source->rows_used == 0)
		diag_addf(reading->reader->diags, DIAG_ROWS_NONE, source->at,
			  "%s: %zu rows, %zu filtered out", source->id, source->rows,
			  source->rows_filtered);
}

/* The body that all records are of stands for itself, and for more than one body. */
static void check_total(const struct records_reading *reading, const struct records_rows *rows)
{
	const struct word *total = reading->plan.total;
	int whole = -1, other = -1;
	bool several = false, itself = false;

	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].of_total)
			whole = rows->items[i].observation.key.organisation;
	for (size_t i = 0; i < rows->count; i++) {
		int body = rows->items[i].observation.key.organisation;

		if (rows->items[i].of_total)
			continue;
		itself = itself || body == whole;
		several = several || (other >= 0 && body != other);
		other = body;
	}
	if (itself)
		diag_add(reading->reader->diags, DIAG_TOTAL_WRONG, total->at, total->text,
			 "records are of this body themselves; leave them out with where, or give "
			 "the total another code");
	else if (!several && whole >= 0)
		diag_add(reading->reader->diags, DIAG_TOTAL_OF_ONE, total->at, total->text,
			 "a where lets the rows of one body through alone; take it away, so that "
			 "rows of all bodies are counted");
}

static struct records_reading reading_new(struct record_reader *reader,
					  const struct source_spec *spec, int number)
{
	return (struct records_reading){
		.reader = reader,
		.spec = spec,
		.source = &reader->dataset->sources[number],
		.number = number,
	};
}

void records_read(struct record_reader *reader, struct dataset_parts *parts,
		  const struct source_spec *spec, int number, const char *path,
		  struct records_lookups *lookups, const struct count_source *counter)
{
	struct records_reading reading = reading_new(reader, spec, number);
	struct count_result result;
	struct records_rows rows;

	reading.parts = parts;
	reading.counter = counter;
	if (!records_compile(reader, spec, number, lookups, &reading.plan) ||
	    (path == NULL && spec->kind != SOURCE_ODBC) || counter == NULL)
		return;
	reading.place = place_of(reader->arena, spec, path);
	rows = rows_new(&reading);
	if (!count(&reading, &rows, &result))
		return;
	if (reading.plan.total != NULL) {
		reading.source->total = reading.plan.total->text;
		check_total(&reading, &rows);
	}
	keep_rows(&reading, &rows, &result);
	records_quality_tell(&rows, &result, reading.source);
	record_tell_rest(reader);
}

/* -- what is asked ----------------------------------------------------------------------------- */

bool records_question(struct record_reader *reader, const struct source_spec *spec, int number,
		      const char *path, struct records_lookups *lookups,
		      struct records_question *question)
{
	struct records_plan plan;

	if (!records_compile(reader, spec, number, lookups, &plan) ||
	    (path == NULL && spec->kind != SOURCE_ODBC))
		return false;
	question->query = plan.query;
	question->place = place_of(reader->arena, spec, path);
	return true;
}

bool records_second_question(struct record_reader *reader, const struct source_spec *spec,
			     int number, struct records_lookups *lookups,
			     const struct count_result *answers, size_t count,
			     struct count_query *again)
{
	struct records_reading reading = reading_new(reader, spec, number);
	struct records_rows all;
	bool clash = false;

	if (!records_compile(reader, spec, number, lookups, &reading.plan))
		return false;
	all = rows_new(&reading);
	for (size_t i = 0; i < count; i++) {
		struct records_rows one = rows_new(&reading);

		records_rows_add(&all, &answers[i]);
		records_rows_add(&one, &answers[i]);
		clash = clash || records_rows_clash(&one);
	}
	if (clash)
		*again = records_regrouped(&all);
	return clash;
}
