/*
 * standard_own.c - standard populations that a report gives itself, and the names of all.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "data/csv.h"
#include "data/data_file.h"
#include "data/standard_bands.h"
#include "data/standard_read.h"

enum { AGEBAND, LOWER, UPPER, WEIGHT, OWN_COLUMNS };
static const char *const own_columns[OWN_COLUMNS] = { "ageband", "lower", "upper", "weight" };

static bool has_column(const struct table *table, int column)
{
	for (size_t i = 0; i < csv_columns(table->reader); i++)
		if (strcasecmp(csv_column_name(table->reader, i), own_columns[column]) == 0)
			return true;
	return false;
}

/* What is not there or too much in a header, for a message; NULL when it can be used. */
static const char *wrong_header(const struct table *table)
{
	bool ages = has_column(table, LOWER) || has_column(table, UPPER);

	if (!has_column(table, WEIGHT))
		return "the header lacks \"weight\"";
	if (ages && has_column(table, AGEBAND))
		return "the header has both \"ageband\" and \"lower\" or \"upper\"";
	if (!ages && !has_column(table, AGEBAND))
		return "the header lacks \"ageband\", or \"lower\" and \"upper\"";
	if (ages && !has_column(table, LOWER))
		return "the header lacks \"lower\"";
	if (ages && !has_column(table, UPPER))
		return "the header lacks \"upper\"";
	return NULL;
}

static const char *header_read(struct arena *arena, const struct csv_reader *csv)
{
	struct buffer hint;

	buffer_init(&hint);
	buffer_add_text(&hint, "the header read is: ");
	for (size_t i = 0; i < csv_columns(csv) && i < 12; i++)
		buffer_printf(&hint, "%s%.80s", i == 0 ? "" : ", ", csv_column_name(csv, i));
	return buffer_finish(&hint, arena);
}

static bool read_label(struct standard_reader *reader, const struct table *table, size_t row,
		       size_t column, struct standard_band *band)
{
	const char *text = table_cell(table, row, column);

	if (age_band_parse(text, &band->lower, &band->upper))
		return true;
	standard_fault(reader, table_location(table, row, column),
		       arena_printf(reader->arena, "%s=\"%s\" is no age band",
				    table->columns[column], text),
		       "an age band is written 0-4, 5 to 9, 90+ or Under 18");
	return false;
}

static void read_own_rows(struct standard_reader *reader, const struct table *table)
{
	const char *wrong = wrong_header(table);
	bool labels = has_column(table, AGEBAND);

	if (wrong != NULL) {
		standard_fault(reader, csv_column_location(table->reader, 0), wrong,
			       header_read(reader->arena, table->reader));
		return;
	}
	for (size_t row = 0; row < table->row_count; row++) {
		struct standard_band band;

		if ((labels ? read_label(reader, table, row, AGEBAND, &band)
			    : standard_read_ages(reader, table, row, LOWER, UPPER, &band)) &&
		    standard_read_number(reader, table, row, WEIGHT, &band.weight))
			standard_add_row(reader, band,
					 table_location(table, row, labels ? AGEBAND : LOWER));
	}
}

static void read_own(struct standard_reader *reader, const struct report *report,
		     const struct standard_spec *spec, struct data_folders folders,
		     struct reference *reference)
{
	const struct source_spec file = { .at = spec->at, .id = spec->id, .href = spec->href };
	const char *path = data_file_find(reader->arena, report, &file, folders, reader->diags);
	struct standard_population standard = {
		.name = spec->id,
		.scheme = spec->id,
		.label = spec->title.text != NULL ? spec->title.text : spec->id,
		.source = spec->href.text,
	};
	const struct table *table =
		path == NULL
			? NULL
			: table_read(reader->arena, arena_strdup(reader->arena, path),
				     spec->href.at, own_columns, OWN_COLUMNS, 0, reader->diags);

	if (table == NULL)
		return;
	read_own_rows(reader, table);
	standard_finish(reader, reference, standard, csv_column_location(table->reader, 0));
}

/* -- names ------------------------------------------------------------------------------------ */

/* Each name once, though a standard may have several cuts. */
static const char *names_hint(struct arena *arena, const struct reference *reference,
			      const char *seen)
{
	const char **names = arena_array(arena, reference->standard_count + 1, sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < reference->standard_count; i++)
		if (count == 0 || strcmp(names[count - 1], reference->standards[i].name) != 0)
			names[count++] = reference->standards[i].name;
	return suggest_hint(arena, seen, names, count);
}

/* Where the report says which standard an indicator has; else where the indicator stands. */
static struct location place_of(const struct report *report, const struct indicator *indicator)
{
	for (size_t i = 0; i < report->indicator_count; i++) {
		const struct indicator_spec *spec = &report->indicators[i];

		if (spec->standard.text != NULL && strcmp(spec->id, indicator->id) == 0)
			return spec->standard.at;
	}
	return indicator->at;
}

static void check_names(struct arena *arena, const struct report *report,
			const struct indicators *indicators, const struct reference *reference,
			struct diag_list *diags)
{
	for (size_t i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->items[i];

		if (indicator->standard[0] != '\0' &&
		    standard_find(reference, indicator->standard) == NULL)
			diag_add(diags, DIAG_STANDARD_UNKNOWN, place_of(report, indicator),
				 arena_printf(arena, "standard=\"%s\" of %s", indicator->standard,
					      indicator->id),
				 names_hint(arena, reference, indicator->standard));
	}
}

void standards_of_report(struct arena *arena, const struct report *report,
			 const struct indicators *indicators, struct data_folders folders,
			 struct reference *reference, struct diag_list *diags)
{
	struct standard_reader reader = { .arena = arena,
					  .diags = diags,
					  .code = DIAG_STANDARD_BANDS };
	size_t errors = diag_errors(diags);

	for (size_t i = 0; i < report->standard_count; i++) {
		const struct standard_spec *spec = &report->standards[i];

		if (standard_find(reference, spec->id) != NULL)
			diag_add(diags, DIAG_STANDARD_TWICE, spec->at, spec->id, NULL);
		else
			read_own(&reader, report, spec, folders, reference);
	}
	if (diag_errors(diags) == errors)
		check_names(arena, report, indicators, reference, diags);
}
