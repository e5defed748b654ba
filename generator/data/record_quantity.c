/*
 * record_quantity.c - the numbers of a row, and the markers that stand for them.
 */
#include <string.h>

#include "base/number.h"
#include "data/record_row.h"

static const struct mapped_missing *find_missing(const struct series_plan *series, const char *text)
{
	for (size_t i = 0; i < series->missing_count; i++)
		if (strcmp(series->missing[i].text, text) == 0)
			return &series->missing[i];
	return NULL;
}

static bool is_count(enum data_role role)
{
	return role == DATA_ROLE_NUMERATOR || role == DATA_ROLE_DENOMINATOR;
}

/* What to do about a cell that is not a number. */
static const char *number_hint(const char *text)
{
	size_t begin = strcspn(text, " (%"), length = strlen(text);
	double number;

	if (number_parse_thousands(text, length, &number))
		return "write thousands=\"true\" on the map when numbers have commas";
	if (begin > 0 && begin < length && number_parse_thousands(text, begin, &number))
		return "the cell holds more than a number; split the column in the file";
	return "declare a marker with missing value=\"...\" means=\"...\"";
}

enum record_outcome record_quantity(struct record_row *row, enum data_role role,
				    struct quantity *quantity)
{
	const struct mapped_role *mapped = &row->series->roles[role];
	const char *text = record_text(row, role);
	const struct mapped_missing *missing;
	double number;

	*quantity = (struct quantity){ .state = VALUE_NOT_AVAILABLE };
	if (text == NULL)
		return RECORD_USED;
	missing = find_missing(row->series, text);
	if (missing != NULL && missing->skip)
		return RECORD_SKIPPED;
	if (missing != NULL) {
		quantity->state = missing->zero ? VALUE_SHOWN : missing->state;
		quantity->stated = true;
		return RECORD_USED;
	}
	if (!(mapped->rule->thousands ? number_parse_thousands(text, strlen(text), &number)
				      : number_parse(text, strlen(text), &number))) {
		record_fault(row, DIAG_NOT_A_NUMBER, role, text, number_hint(text));
		return RECORD_FAULTY;
	}
	if (is_count(role) && number < 0) {
		record_fault(row, DIAG_COUNT_NEGATIVE, role, text,
			     "declare it with missing when it stands for no value");
		return RECORD_FAULTY;
	}
	row->reader->numbers_seen[role] = true;
	*quantity = (struct quantity){ .state = VALUE_SHOWN,
				       .number = number * mapped->rule->multiply };
	return RECORD_USED;
}

void record_status(struct record_row *row, struct observation *observation)
{
	const char *text = record_text(row, DATA_ROLE_STATUS);
	const struct mapped_missing *missing =
		text == NULL || text[0] == '\0' ? NULL : find_missing(row->series, text);
	struct quantity *quantities[] = { &observation->numerator, &observation->denominator,
					  &observation->value, &observation->lower,
					  &observation->upper };

	for (size_t i = 0; missing != NULL && i < sizeof(quantities) / sizeof(quantities[0]); i++)
		*quantities[i] = (struct quantity){ .state = missing->state };
}
