/*
 * record.h - one row of a source as an observation; shared by the files of this folder alone.
 */
#ifndef GRADIENT_DATA_RECORD_H
#define GRADIENT_DATA_RECORD_H

#include "base/diag.h"
#include "data/mapping.h"
#include "model/dataset.h"
#include "model/reference.h"

/* Any period: of populations that are used for all. */
enum { PERIOD_ANY = -1 };

/* What stands for the indicator in rows of a population source: a number below 0. */
int population_indicator(int source);

#define PERIOD_ANY_HINT "any is for populations, which are used for all periods"

/* One kind of fault in one column of a source. */
struct fault_tally {
	enum diag_code code;
	enum data_role role;
	const char *text; /* of a name that is not known: each is a fault of its own; else NULL */
	unsigned told;
	size_t untold;
	struct location last;
};

/* Indicators that go by one code in the files: rows of that code are rows of each of them. */
struct code_sharers {
	int *indicators;
	size_t count, capacity;
};

/* Lists that grow while rows are read. */
struct record_reader {
	struct arena *arena;
	struct dataset *dataset;
	const struct report *report;
	struct reference *reference;
	struct string_index *indicator_codes; /* -> sharers */
	struct code_sharers *sharers;
	size_t sharers_count, sharers_capacity;
	const struct code_sharers
		*row_sharers; /* of the row that was read last; NULL: it names no code */
	struct string_index *period_codes, *organisation_codes;
	struct diag_list *diags;
	int only_indicator; /* of a source without that role; below 0 for populations */
	const char *default_organisation;
	bool used_default; /* rows without a body were given to that one */
	int sexes;         /* the classification "sex", for the role of that name */
	struct string_index *period_meanings;    /* what a period is, however written -> periods */
	struct string_index *organisation_names; /* case folded codes and names -> organisations */
	struct string_index *known_codes;        /* -> reference->organisations; made when needed */
	bool numbers_seen[DATA_ROLE_COUNT];      /* a number was read from the column */
	struct fault_tally *tallies;
	size_t tally_count, tally_capacity;
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

/* After the last row of a source: how many faults were counted instead of told. */
void record_tell_rest(struct record_reader *reader);

#endif
