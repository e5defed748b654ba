#include "support/plain_value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "data/csv.h"

static bool missing(struct plain_value *value, enum count_lack lack, const char *stood)
{
	value->missing = true;
	value->lack = lack;
	value->stood = stood;
	return false;
}

static const char *cut(struct arena *arena, const char *text, size_t length)
{
	static const char blanks[] = " \t\r\n";

	while (length > 0 && memchr(blanks, text[0], 4) != NULL) {
		text++;
		length--;
	}
	while (length > 0 && memchr(blanks, text[length - 1], 4) != NULL)
		length--;
	return arena_strndup(arena, text, length);
}

static bool is_among(const char *text, const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(text, texts[i]) == 0)
			return true;
	return false;
}

static void read_column(struct arena *arena, struct plain_value *value,
			const struct count_value *item, const struct csv_record *record, int column)
{
	const struct csv_cell *cell = &record->cells[column];

	value->text = cut(arena, cell->text, cell->length);
	if (value->text[0] == '\0' || is_among(value->text, item->missing, item->missing_count))
		missing(value, LACK_EMPTY, value->text);
}

static bool within(const struct plain_value *value, const struct count_value *item)
{
	double number = (double)value->millionths / 1e6;

	return number >= item->least && number <= item->most;
}

static void read_number(struct plain_value *value, const struct count_value *item, const char *text)
{
	const char *at = text + (text[0] == '-' || text[0] == '+');
	size_t whole = strspn(at, "0123456789"), part = 0;

	if (at[whole] == '.') {
		part = strspn(at + whole + 1, "0123456789");
		if (part == 0 || part > 6) {
			missing(value, LACK_UNREADABLE, text);
			return;
		}
	}
	if (whole == 0 || whole > 12 || at[whole + (part > 0 ? part + 1 : 0)] != '\0') {
		missing(value, LACK_UNREADABLE, text);
		return;
	}
	value->millionths = strtoll(at, NULL, 10) * 1000000;
	if (part > 0) {
		char padded[7] = "000000";

		memcpy(padded, at + whole + 1, part);
		value->millionths += strtoll(padded, NULL, 10);
	}
	if (text[0] == '-')
		value->millionths = -value->millionths;
	if (!within(value, item))
		missing(value, LACK_RANGE, text);
}

/* The text with every digit as 9, to be held against the look of a form. */
static const char *look_of(struct arena *arena, const char *text)
{
	char *look = arena_strdup(arena, text);

	for (char *at = look; *at != '\0'; at++)
		if (*at >= '0' && *at <= '9')
			*at = '9';
	return look;
}

static bool scan_day(enum date_form form, const char *day, int numbers[3])
{
	int *a = &numbers[0], *b = &numbers[1], *c = &numbers[2];

	if (form == DATE_FORM_ISO)
		return sscanf(day, "%4d-%2d-%2d", a, b, c) == 3;
	if (form == DATE_FORM_DAY_FIRST)
		return sscanf(day, "%2d/%2d/%4d", a, b, c) == 3;
	return sscanf(day, "%4d%2d%2d", a, b, c) == 3;
}

static void read_date(struct arena *arena, struct plain_value *value,
		      const struct count_value *item, const char *text)
{
	static const char *const looks[] = { "9999-99-99", "99/99/9999", "99999999" };
	const char *day = text, *look;
	size_t length = strlen(text);
	int numbers[3];

	if (item->form == DATE_FORM_ISO && length > 11 && (text[10] == ' ' || text[10] == 'T') &&
	    strspn(text + 11, "0123456789:.+-Z") == length - 11)
		day = arena_strndup(arena, text, 10);
	look = look_of(arena, day);
	if (strcmp(look, looks[item->form]) != 0 || !scan_day(item->form, day, numbers)) {
		missing(value, LACK_UNREADABLE, text);
		return;
	}
	value->date = item->form == DATE_FORM_DAY_FIRST
			      ? (struct date){ numbers[2], numbers[1], numbers[0] }
			      : (struct date){ numbers[0], numbers[1], numbers[2] };
	if (!date_is_valid(value->date))
		missing(value, LACK_UNREADABLE, text);
}

static long floor_divide(long number, long by)
{
	return (long)floor((double)number / (double)by);
}

static void read_span(struct arena *arena, struct plain_value *value,
		      const struct count_value *item, struct date from, struct date until)
{
	long number = date_serial(until) - date_serial(from);

	if (item->kind == VALUE_WEEKS)
		number = floor_divide(number, 7);
	if (item->kind == VALUE_AGE) {
		/* Birthdays that have come, counted one by one. */
		struct date birthday = from;
		long years = until.year - from.year;

		birthday.year = until.year;
		if (!date_is_valid(birthday))
			birthday = (struct date){ until.year, 3, 1 };
		number = date_compare(birthday, until) > 0 ? years - 1 : years;
	}
	value->millionths = number * 1000000;
	if (!within(value, item))
		missing(value, LACK_RANGE, arena_printf(arena, "%ld", number));
}

static void read_band(struct arena *arena, struct plain_value *value,
		      const struct count_value *item, int64_t millionths)
{
	double number = (double)millionths / 1e6;

	for (size_t i = 0; i < item->band_count; i++) {
		const struct count_band *band = &item->bands[i];

		if (number >= band->least && number < band->below) {
			value->text = band->name;
			return;
		}
	}
	missing(value, LACK_UNMATCHED, arena_printf(arena, "%.15g", number));
}

static void read_lookup(struct plain_value *value, const struct count_lookup *lookup,
			const char *key)
{
	for (size_t i = 0; i < lookup->count; i++)
		if (strcmp(lookup->keys[i], key) == 0) {
			value->text = lookup->texts[i];
			if (value->text[0] == '\0')
				missing(value, LACK_EMPTY, key);
			return;
		}
	missing(value, LACK_UNMATCHED, key);
}

static void read_value(struct arena *arena, struct plain_row *row, const struct count_query *query,
		       size_t which)
{
	const struct count_value *item = &query->values[which];
	struct plain_value *value = &row->values[which];
	const struct plain_value *from = &row->values[item->from];
	bool span =
		item->kind == VALUE_AGE || item->kind == VALUE_DAYS || item->kind == VALUE_WEEKS;
	struct date until = item->day;

	if (from->missing ||
	    (span && item->until != VALUE_NONE && row->values[item->until].missing)) {
		value->missing = value->inherited = true;
		return;
	}
	if (span && item->until != VALUE_NONE)
		until = row->values[item->until].date;
	if (span)
		read_span(arena, value, item, from->date, until);
	else if (item->kind == VALUE_NUMBER)
		read_number(value, item, from->text);
	else if (item->kind == VALUE_DATE)
		read_date(arena, value, item, from->text);
	else if (item->kind == VALUE_BAND)
		read_band(arena, value, item, from->millionths);
	else if (item->kind == VALUE_LOOKUP)
		read_lookup(value, item->lookup, from->text);
	else if (item->kind == VALUE_PREFIX) {
		size_t bytes = 0;

		for (size_t i = 0; i < item->length && from->text[bytes] != '\0'; i++) {
			size_t length;

			encoding_character(from->text + bytes, &length);
			bytes += length;
		}
		value->text = cut(arena, from->text, bytes);
	} else if (item->kind == VALUE_FINANCIAL_YEAR) {
		int year = from->date.month < 4 ? from->date.year - 1 : from->date.year;

		value->text = arena_printf(arena, "%04d/%02d", year, (year + 1) % 100);
	} else if (item->kind == VALUE_CALENDAR_YEAR)
		value->text = arena_printf(arena, "%04d", from->date.year);
	else
		value->text = arena_printf(arena, "%04d-%02d", from->date.year, from->date.month);
}

void plain_read_row(struct arena *arena, struct plain_row *row, const struct count_query *query,
		    const struct csv_record *record)
{
	for (size_t i = 0; i < query->value_count; i++) {
		row->values[i] = (struct plain_value){ .stood = "" };
		if (query->values[i].kind == VALUE_COLUMN)
			read_column(arena, &row->values[i], &query->values[i], record,
				    row->columns[i]);
		else
			read_value(arena, row, query, i);
	}
}

static bool starts_with_one(const char *text, const struct count_condition *condition)
{
	for (size_t i = 0; i < condition->text_count; i++)
		if (strncmp(text, condition->texts[i], strlen(condition->texts[i])) == 0)
			return true;
	return false;
}

static bool in_days(struct date day, const struct count_condition *condition)
{
	return (condition->first.year == 0 || date_compare(condition->first, day) <= 0) &&
	       (condition->last.year == 0 || date_compare(day, condition->last) <= 0);
}

bool plain_holds(const struct plain_row *row, const struct count_query *query, int which)
{
	const struct count_condition *condition;
	const struct plain_value *value;

	if (which == CONDITION_NONE)
		return true;
	condition = &query->conditions[which];
	if (condition->kind == CONDITION_ALL || condition->kind == CONDITION_ANY) {
		bool all = condition->kind == CONDITION_ALL;

		for (size_t i = 0; i < condition->part_count; i++)
			if (plain_holds(row, query, condition->parts[i]) != all)
				return !all;
		return all;
	}
	value = &row->values[condition->value];
	if (condition->kind == CONDITION_MISSING || value->missing)
		return condition->kind == CONDITION_MISSING && value->missing;
	if (condition->kind == CONDITION_BETWEEN)
		return (double)value->millionths / 1e6 >= condition->least &&
		       (double)value->millionths / 1e6 <= condition->most;
	if (condition->kind == CONDITION_DATES)
		return in_days(value->date, condition);
	if (condition->kind == CONDITION_STARTS_WITH)
		return starts_with_one(value->text, condition);
	if (condition->kind == CONDITION_PRESENT)
		return true;
	return is_among(value->text, condition->texts, condition->text_count) ==
	       (condition->kind == CONDITION_IN);
}
