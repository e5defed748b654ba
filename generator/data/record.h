/*
 * record.h - one row of a source as an observation; shared by the files of this folder alone.
 */
#ifndef GRADIENT_DATA_RECORD_H
#define GRADIENT_DATA_RECORD_H

#include "data/mapping.h"
#include "model/dataset.h"
#include "model/reference.h"

struct diag_list;

/* Any period: of populations that are used for all. */
enum { PERIOD_ANY = -1 };

/* What stands for the indicator in rows of a population source: a number below 0. */
int population_indicator(int source);

/* Lists that grow while rows are read. */
struct record_reader {
	struct arena *arena;
	struct dataset *dataset;
	const struct report *report;
	struct reference *reference;
	struct string_index *indicator_codes, *period_codes, *organisation_codes;
	struct diag_list *diags;
	int only_indicator; /* of a source without that role; INDICATOR_ANY for populations */
	const char *default_organisation;
	int sexes; /* the classification "sex", for the role of that name */
};

enum record_outcome {
	RECORD_USED,
	RECORD_OTHER_INDICATOR,
	RECORD_SKIPPED,
	RECORD_FAULTY, /* a diagnostic was added */
};

/* Fills *observation from a row that passed the filters. */
enum record_outcome record_read(struct record_reader *reader, const struct source_plan *plan,
				const struct series_plan *series, int source,
				const struct csv_record *record, struct observation *observation);

#endif
