/*
 * records_plan.h - a source of records turned into a query, and what of the answer becomes which rows of the
 * dataset; for the records*.c files of this folder alone.
 */
#ifndef GRADIENT_DATA_RECORDS_PLAN_H
#define GRADIENT_DATA_RECORDS_PLAN_H

#include "data/record.h"
#include "data/records_lookup.h"
#include "model/count_query.h"

enum { MEASURE_MISSING = -1, PLACE_MISSING = -1 };

/* The measures that make the rows of an indicator. */
struct records_output {
	int indicator; /* below 0 for populations */
	int numerator, denominator, median;
	bool by_age; /* it is worked out from age bands */
};

/* What the texts of a grouping's cells are. */
struct records_grouping {
	int by; /* of the source; -1: of all groups */
	bool by_age, by_sex;
	bool of_total;               /* all rows, of whatever body */
	int places[DATA_ROLE_COUNT]; /* among the texts of a cell; PLACE_MISSING */
};

struct records_plan {
	const struct source_spec *source;
	struct count_query query;
	struct records_output *outputs;
	size_t output_count, output_capacity;
	struct records_grouping *groupings; /* one for each of the query */
	int *classifications;               /* of the source's breakdowns */
	const struct word *total; /* the body that all rows are of as well; NULL if none */
};

/* While it is made. */
struct records_compiler {
	struct record_reader *reader;
	const struct source_spec *source;
	struct records_lookups *lookups;
	struct records_plan *plan;
	struct count_value *values;
	size_t value_count, value_capacity;
	struct count_condition *conditions;
	size_t condition_count, condition_capacity;
	struct count_measure *measures;
	size_t measure_count, measure_capacity;
	int *derived; /* the value of every derive; see records_values.c */
};

enum value_type { TYPE_TEXT, TYPE_NUMBER, TYPE_DATE };

/*
 * The value of a name, of a type: a derived one, else a column, whose texts are read as numbers or dates where these
 * are wanted. VALUE_NONE after a diagnostic.
 */
int records_value(struct records_compiler *compiler, const struct word *name, enum value_type type);

/* The same of any type. */
int records_any_value(struct records_compiler *compiler, const struct word *name);

/* The condition of several that must all hold; CONDITION_NONE when there is none. */
int records_condition(struct records_compiler *compiler, const struct where_spec *where);

/* The texts of a list with "|" between them, in the arena. */
const char **records_alternatives(struct arena *arena, const char *list, size_t *count);

/* False after diagnostics. number: of the source. */
bool records_compile(struct record_reader *reader, const struct source_spec *source, int number,
		     struct records_lookups *lookups, struct records_plan *plan);

#endif
