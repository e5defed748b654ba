/*
 * mapping.h - what a <source> says about its file, turned into a plan for reading rows.
 *
 * A file has one series, or several when it is wide: then every row gives one record for each. The rules
 * of the source hold for all of its series, those within a series for that one alone and before the
 * common ones.
 */
#ifndef GRADIENT_DATA_MAPPING_H
#define GRADIENT_DATA_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "data/csv.h"
#include "data/filters.h"
#include "model/report.h"
#include "model/value.h"

struct arena;
struct diag_list;
struct string_index;

/* Where the text of a role comes from. */
struct mapped_role {
	bool known;
	int column; /* -1: constant */
	const char *constant;
	const struct source_rule *rule;
};

struct mapped_missing {
	const char *text;
	bool skip, zero, rounded; /* rounded: of what is published as it is */
	enum value_state state;
};

struct series_plan {
	struct mapped_role roles[DATA_ROLE_COUNT];
	struct string_index *labels[DATA_ROLE_COUNT]; /* text -> label_texts; NULL if none */
	struct mapped_filter *filters;
	size_t filter_count, filter_capacity;
	struct mapped_missing *missing;
	size_t missing_count, missing_capacity;
	const char **label_texts;
	size_t label_count, label_capacity;
};

struct source_plan {
	const struct source_spec *source;
	struct csv_reader *reader; /* NULL for records that are counted */
	struct location place;     /* where a row stands, without a reader */
	struct series_plan *series;
	size_t series_count;
	size_t last_column; /* highest column that any series reads */
};

/* False after diagnostics: columns that are not there, roles mapped twice. */
bool mapping_plan(struct arena *arena, const struct source_spec *source, struct csv_reader *reader,
		  struct source_plan *plan, struct diag_list *diags);

/* The labels and markers of a source, for rows that come from elsewhere than its file. */
void mapping_add_labels(struct arena *arena, const struct source_spec *source,
			struct series_plan *series);

/* True when the row passes all filters of the series. */
bool mapping_takes(const struct series_plan *series, const struct csv_record *record);

enum { MAPPED_TEXT_MOST = 2048 };

/*
 * The text of a role in a row, blanks around it cut and its label replaced; NULL when the series has no
 * such role. buffer holds it when it is not a constant. A longer text is cut behind a whole character, and
 * *whole tells.
 */
const char *mapping_text(const struct series_plan *series, const struct csv_record *record,
			 enum data_role role, char buffer[MAPPED_TEXT_MOST], bool *whole);

/* The place of a role's cell in a row, for messages. */
struct location mapping_location(const struct source_plan *plan, const struct series_plan *series,
				 const struct csv_record *record, enum data_role role);

#endif
