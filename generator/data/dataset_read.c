#include "data/dataset_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "data/core_groups.h"
#include "data/data_file.h"
#include "data/earlier_read.h"
#include "data/maps_read.h"
#include "data/records_read.h"
#include "data/source_check.h"
#include "data/source_rows.h"
#include "data/source_rules.h"
#include "data/standard_read.h"

/* -- from the first source to the last --------------------------------------------------------- */

struct dataset_reading {
	struct arena *arena;
	const struct report *report;
	struct reference *reference;
	struct data_folders folders;
	struct record_reader reader;
	struct dataset_parts parts;
	struct records_lookups lookups;
	struct dataset *dataset;
	size_t next;   /* the first source that is not read yet */
	size_t errors; /* there were before */
	struct diag_list *diags;
};

static struct dataset *dataset_new(struct arena *arena, const struct report *report,
				   const struct indicators *indicators, struct reference *reference)
{
	struct dataset *dataset = arena_alloc(arena, sizeof(*dataset));

	reference->dimensions.core = core_classification(report);
	dataset->indicators = indicators;
	dataset->dimensions = &reference->dimensions;
	dataset->ages = arena_alloc(arena, sizeof(*dataset->ages));
	dataset->ages->form = CLASSIFICATION_AGE_BANDS;
	dataset->ages->names = string_index_new(arena);
	dataset->source_count = report->source_count;
	dataset->sources = arena_array(arena, report->source_count, sizeof(*dataset->sources));
	return dataset;
}

struct dataset_reading *dataset_reading_begin(struct arena *arena, const struct report *report,
					      const struct indicators *indicators,
					      struct reference *reference,
					      struct data_folders folders, struct diag_list *diags)
{
	struct dataset_reading *reading = arena_alloc(arena, sizeof(*reading));

	*reading = (struct dataset_reading){
		.arena = arena,
		.report = report,
		.reference = reference,
		.folders = folders,
		.lookups = records_lookups_new(arena, report, folders, diags),
		.errors = diag_errors(diags),
		.diags = diags,
	};
	standards_of_report(arena, report, indicators, folders, reference, diags);
	reading->dataset = dataset_new(arena, report, indicators, reference);
	reading->reader = (struct record_reader){
		.arena = arena,
		.dataset = reading->dataset,
		.report = report,
		.reference = reference,
		.period_codes = string_index_new(arena),
		.period_meanings = string_index_new(arena),
		.organisation_codes = string_index_new(arena),
		.organisation_names = string_index_new(arena),
		.diags = diags,
		.default_organisation = report->reference.organisation.text,
		.sexes = classification_find(&reference->dimensions, "sex"),
	};
	return reading;
}

static const char *path_of(const struct dataset_reading *reading, size_t source)
{
	const struct source_spec *spec = &reading->report->sources[source];

	return spec->kind == SOURCE_ODBC ? NULL
					 : data_file_find(reading->arena, reading->report, spec,
							  reading->folders, reading->diags);
}

void dataset_reading_sources(struct dataset_reading *reading, const struct count_source *counter,
			     size_t end)
{
	for (; reading->next < end; reading->next++) {
		const struct source_spec *spec = &reading->report->sources[reading->next];
		const char *path = path_of(reading, reading->next);

		source_describe(reading->arena, spec, path,
				&reading->dataset->sources[reading->next]);
		source_rows_read(&reading->reader, &reading->parts, spec, (int)reading->next, path,
				 &reading->lookups, counter);
	}
}

struct dataset *dataset_reading_end(struct dataset_reading *reading)
{
	const struct report *report = reading->report;
	struct dataset *dataset = reading->dataset;
	struct arena *arena = reading->arena;
	struct diag_list *diags = reading->diags;

	source_rules_check(arena, dataset, reading->reference, diags);
	if (diag_errors(diags) == reading->errors) {
		source_check_counts(dataset, reading->reference, diags);
		source_check_populations(arena, dataset, diags);
		dataset_merge(arena, report, reading->reference, dataset, &reading->parts, diags);
		arena_give_back(arena, reading->parts.populations);
		reading->parts = (struct dataset_parts){ 0 };
		earlier_read(arena, report, dataset, reading->folders, diags);
		maps_read(arena, report, dataset, reading->folders, diags);
	}
	return diag_errors(diags) == reading->errors ? dataset : NULL;
}

/* -- by several reports ------------------------------------------------------------------------ */

/* A source without a column of bodies is of the body of the report. */
static bool have_same_default(const struct dataset_reading *reading, const struct report *report)
{
	const char *one = reading->reader.default_organisation;
	const char *other = report->reference.organisation.text;

	if (one == NULL || other == NULL)
		return one == other;
	return !reading->reader.used_default || strcmp(one, other) == 0;
}

bool dataset_reading_fits(const struct dataset_reading *reading, const struct report *report)
{
	const struct report *mine = reading->report;

	return strcmp(mine->base_digest, report->base_digest) == 0 &&
	       reports_common_sources(mine, report) >= reading->next &&
	       mine->source_count == report->source_count && have_same_default(reading, report);
}

size_t reports_common_sources(const struct report *one, const struct report *other)
{
	size_t count = 0;

	if (strcmp(one->base_digest, other->base_digest) != 0)
		return 0;
	while (count < one->source_count && count < other->source_count &&
	       strcmp(one->sources[count].digest, other->sources[count].digest) == 0)
		count++;
	return count;
}

void dataset_reading_pass_on(struct dataset_reading *reading, const struct report *report,
			     struct diag_list *diags)
{
	reading->report = report;
	reading->diags = diags;
	reading->errors = diag_errors(diags);
	reading->reader.report = report;
	reading->reader.diags = diags;
	reading->reader.default_organisation = report->reference.organisation.text;
	reading->lookups.report = report;
	reading->lookups.diags = diags;
}

bool dataset_reading_question(struct dataset_reading *reading, size_t source,
			      struct records_question *question)
{
	const struct source_spec *spec = &reading->report->sources[source];
	const char *path = path_of(reading, source);

	source_describe(reading->arena, spec, path, &reading->dataset->sources[source]);
	return spec->kind != SOURCE_TABLE && records_question(&reading->reader, spec, (int)source,
							      path, &reading->lookups, question);
}

bool dataset_reading_second_question(struct dataset_reading *reading, size_t source,
				     const struct count_result *answers, size_t count,
				     struct count_query *again)
{
	return records_second_question(&reading->reader, &reading->report->sources[source],
				       (int)source, &reading->lookups, answers, count, again);
}

bool dataset_reading_second_example(struct dataset_reading *reading, size_t source,
				    struct count_query *again)
{
	return records_second_example(&reading->reader, &reading->report->sources[source],
				      (int)source, &reading->lookups, again);
}

/* -- at once ----------------------------------------------------------------------------------- */

struct dataset *dataset_read(struct arena *arena, const struct report *report,
			     const struct indicators *indicators, struct reference *reference,
			     struct data_folders folders, const struct count_source *counter,
			     struct diag_list *diags)
{
	struct dataset_reading *reading =
		dataset_reading_begin(arena, report, indicators, reference, folders, diags);

	dataset_reading_sources(reading, counter, report->source_count);
	return dataset_reading_end(reading);
}
