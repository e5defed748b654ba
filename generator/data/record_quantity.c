/*
 * record_quantity.c - the numbers of a row, and the markers that stand for them.
 */
#include <string.h>

#include "base/arena.h"
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
	return role == DATA_ROLE_NUMERATOR || role == DATA_ROLE_DENOMINATOR ||
	       role == DATA_ROLE_STANDARD_DEVIATION || role == DATA_ROLE_EVENTS_PER_PERSON;
}

static bool is_published(enum data_role role)
{
	return role == DATA_ROLE_VALUE || role == DATA_ROLE_LOWER || role == DATA_ROLE_UPPER;
}

/* What to do about a cell that is not a number. */
static const char *number_hint(enum data_role role, const char *text)
{
	size_t begin = strcspn(text, " (%"), length = strlen(text);
	double number;

	if (role == DATA_ROLE_EVENTS_PER_PERSON)
		return "the variance needs the number itself: \"5 or more\" has to be given as 5, 6, 7 "
		       "and so on";
	if (number_parse_thousands(text, length, &number))
		return "write thousands=\"true\" on the map when numbers have commas";
	if (begin > 0 && begin < length && number_parse_thousands(text, begin, &number))
		return "the cell holds more than a number; split the column in the file";
	return "declare a marker with missing value=\"...\" means=\"...\"";
}

/* What a marker says of a number. */
static struct quantity marked(const struct mapped_missing *missing)
{
	bool shown = missing->zero || missing->rounded;

	return (struct quantity){ .state = shown ? VALUE_SHOWN : missing->state,
				  .stated = true,
				  .above_zero = missing->rounded };
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
	/* Counts are worked with, and this is no number of anything. */
	if (missing != NULL && missing->rounded && !is_published(role))
		missing = NULL;
	if (missing != NULL) {
		*quantity = marked(missing);
		return RECORD_USED;
	}
	if (!(mapped->rule->thousands ? number_parse_thousands(text, strlen(text), &number)
				      : number_parse(text, strlen(text), &number))) {
		record_fault(row, DIAG_NOT_A_NUMBER, role, text, number_hint(role, text));
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

enum record_outcome record_status(struct record_row *row, struct observation *observation)
{
	const char *text = record_text(row, DATA_ROLE_STATUS);
	const struct mapped_missing *missing =
		text == NULL || text[0] == '\0' ? NULL : find_missing(row->series, text);
	const struct {
		enum data_role role;
		struct quantity *quantity;
	} numbers[] = {
		{ DATA_ROLE_NUMERATOR, &observation->numerator },
		{ DATA_ROLE_DENOMINATOR, &observation->denominator },
		{ DATA_ROLE_VALUE, &observation->value },
		{ DATA_ROLE_LOWER, &observation->lower },
		{ DATA_ROLE_UPPER, &observation->upper },
		{ DATA_ROLE_STANDARD_DEVIATION, &observation->deviation },
	};

	if (missing != NULL && missing->skip)
		return RECORD_SKIPPED;
	for (size_t i = 0; missing != NULL && i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		/* Nobody was counted: that is no number where the source has none, and the people remain. */
		if (missing->zero && (numbers[i].role == DATA_ROLE_DENOMINATOR ||
				      !row->series->roles[numbers[i].role].known))
			continue;
		if (!missing->rounded || is_published(numbers[i].role))
			*numbers[i].quantity = marked(missing);
	}
	return RECORD_USED;
}

enum record_outcome record_repeats(struct record_row *row, struct observation *observation)
{
	struct quantity *numerator = &observation->numerator, events;
	enum record_outcome outcome = record_quantity(row, DATA_ROLE_EVENTS_PER_PERSON, &events);
	struct repeats *repeats;

	if (outcome != RECORD_USED || observation->key.indicator < 0 ||
	    !row->series->roles[DATA_ROLE_EVENTS_PER_PERSON].known)
		return outcome;
	repeats = arena_alloc(row->reader->arena, sizeof(*repeats));
	*repeats = (struct repeats){ .events = events.number };
	observation->repeats = repeats;
	/* People of whom nobody says how many events they had leave the events unknown. */
	if (!quantity_is_shown(&events))
		*numerator = events;
	if (!quantity_is_shown(numerator))
		return RECORD_USED;
	repeats->people = numerator->number;
	numerator->number *= repeats->events;
	return RECORD_USED;
}
