#include "records/row_value.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"

static const int64_t millionths = 1000000;

static bool blank(char character)
{
	return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

void row_value_cut(const char **text, size_t *length)
{
	while (*length > 0 && blank((*text)[0])) {
		++*text;
		--*length;
	}
	while (*length > 0 && blank((*text)[*length - 1]))
		--*length;
}

/* As strcmp() of the text with a zero behind it and another. */
static int compare(const char *text, size_t length, const char *other)
{
	int order = strncmp(text, other, length);

	return order != 0 ? order : (other[length] == '\0' ? 0 : -1);
}

static void lack(struct row_value *out, enum count_lack why)
{
	out->state = ROW_VALUE_LACKING;
	out->lack = (uint8_t)why;
}

static void set_text(struct row_value *out, const char *text, size_t length)
{
	out->text = text;
	out->length = (uint32_t)length;
}

void row_value_of_cell(struct row_value *out, const struct count_value *value, const char *text,
		       size_t length)
{
	row_value_cut(&text, &length);
	*out = (struct row_value){ .text = text, .length = (uint32_t)length };
	if (length == 0)
		lack(out, LACK_EMPTY);
	for (size_t i = 0; i < value->missing_count; i++)
		if (compare(text, length, value->missing[i]) == 0)
			lack(out, LACK_EMPTY);
}

const char *row_value_text(const struct row_value *value)
{
	return value->text == NULL ? value->made : value->text;
}

static void check_range(struct row_value *out, const struct count_value *value)
{
	double number = (double)out->number / (double)millionths;

	if (!(number >= value->least && number <= value->most))
		lack(out, LACK_RANGE);
}

static size_t digits(const char *text, size_t length, int64_t *number)
{
	size_t i = 0;

	while (i < length && text[i] >= '0' && text[i] <= '9')
		*number = *number * 10 + (text[i++] - '0');
	return i;
}

static bool read_number(const char *text, size_t length, int64_t *out)
{
	enum { WHOLE_MOST = 12, PART_MOST = 6 };
	bool negative = length > 0 && text[0] == '-';
	size_t at = length > 0 && (text[0] == '-' || text[0] == '+'), whole = 0, part = 0;
	int64_t number = 0;

	/* Longer ones would not fit; looked at first, so that nothing overflows. */
	if (length - at > WHOLE_MOST + 1 + PART_MOST)
		return false;
	whole = digits(text + at, length - at, &number);
	at += whole;
	if (at < length && text[at] == '.') {
		if (whole > WHOLE_MOST)
			return false;
		part = digits(text + at + 1, length - at - 1, &number);
		if (part == 0 || part > PART_MOST)
			return false;
		at += part + 1;
	}
	if (whole == 0 || whole > WHOLE_MOST || at != length)
		return false;
	for (; part < PART_MOST; part++)
		number *= 10;
	*out = negative ? -number : number;
	return true;
}

/* The time of day behind a date, as databases write it. */
static bool is_time(const char *text, size_t length)
{
	if (length < 2 || (text[0] != ' ' && text[0] != 'T'))
		return false;
	for (size_t i = 1; i < length; i++)
		if (memchr("0123456789:.+-Z", text[i], 15) == NULL)
			return false;
	return true;
}

/* count digits at text as a number; -1 when one of them is none. */
static int part_of(const char *text, size_t count)
{
	int64_t number = 0;

	return digits(text, count, &number) == count ? (int)number : -1;
}

static bool read_date(const char *text, size_t length, enum date_form form, struct date *out)
{
	enum { WITH_SIGNS = 10, COMPACT = 8 };

	if (form == DATE_FORM_ISO && length > WITH_SIGNS &&
	    is_time(text + WITH_SIGNS, length - WITH_SIGNS))
		length = WITH_SIGNS;
	if (length != (form == DATE_FORM_COMPACT ? COMPACT : WITH_SIGNS))
		return false;
	switch (form) {
	case DATE_FORM_ISO:
		*out = (struct date){ part_of(text, 4), part_of(text + 5, 2),
				      part_of(text + 8, 2) };
		return text[4] == '-' && text[7] == '-' && date_is_valid(*out);
	case DATE_FORM_DAY_FIRST:
		*out = (struct date){ part_of(text + 6, 4), part_of(text + 3, 2),
				      part_of(text, 2) };
		return text[2] == '/' && text[5] == '/' && date_is_valid(*out);
	case DATE_FORM_COMPACT:
		*out = (struct date){ part_of(text, 4), part_of(text + 4, 2),
				      part_of(text + 6, 2) };
		return date_is_valid(*out);
	}
	return false;
}

static int32_t date_digits(struct date date)
{
	return date.year * 10000 + date.month * 100 + date.day;
}

static int64_t floor_divide(int64_t number, int64_t by)
{
	int64_t whole = number / by;

	return number % by < 0 ? whole - 1 : whole;
}

/* Who was born on 29 February is a year older on 1 March, which is what the digits say. */
static void read_span(struct row_value *out, const struct count_value *value,
		      const struct row_value *from, const struct row_value *until)
{
	int32_t last = until == NULL ? date_digits(value->day) : until->digits;
	int64_t days = (until == NULL ? date_serial(value->day) : until->number) - from->number;

	if (value->kind == VALUE_AGE)
		out->number = floor_divide(last - from->digits, 10000);
	else
		out->number = value->kind == VALUE_WEEKS ? floor_divide(days, 7) : days;
	out->number *= millionths;
	check_range(out, value);
}

static void find_band(struct row_value *out, const struct count_value *value, int64_t number)
{
	double exact = (double)number / (double)millionths;

	for (size_t i = 0; i < value->band_count; i++) {
		const struct count_band *band = &value->bands[i];

		if (exact >= band->least && exact < band->below) {
			set_text(out, band->name, strlen(band->name));
			return;
		}
	}
	lack(out, LACK_UNMATCHED);
}

/* The place of a text in a sorted list; count when it is not there. */
static size_t find(const char *const *sorted, size_t count, const char *text, size_t length)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(text, length, sorted[middle]);

		if (order == 0)
			return middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return count;
}

static void look_up(struct row_value *out, const struct count_lookup *lookup,
		    const struct row_value *from)
{
	size_t found = find(lookup->keys, lookup->count, row_value_text(from), from->length);

	if (found == lookup->count) {
		lack(out, LACK_UNMATCHED);
		return;
	}
	set_text(out, lookup->texts[found], strlen(lookup->texts[found]));
	if (out->length == 0)
		lack(out, LACK_EMPTY);
}

static void make_prefix(struct row_value *out, const struct count_value *value,
			const struct row_value *from)
{
	const char *text = row_value_text(from);
	size_t bytes = 0, characters = 0;

	for (; bytes < from->length; bytes++)
		if (((unsigned char)text[bytes] & 0xc0) != 0x80 && characters++ == value->length)
			break;
	row_value_cut(&text, &bytes);
	if (from->text == NULL)
		memcpy(out->made, from->made, ROW_VALUE_MADE);
	set_text(out, from->text, bytes);
}

static void write_two(char *to, int number)
{
	to[0] = (char)('0' + number / 10 % 10);
	to[1] = (char)('0' + number % 10);
}

static void make_period(struct row_value *out, enum count_value_kind kind,
			const struct row_value *from)
{
	int year = from->digits / 10000, month = from->digits / 100 % 100;

	if (kind == VALUE_FINANCIAL_YEAR && month < 4)
		year--;
	write_two(out->made, year / 100);
	write_two(out->made + 2, year % 100);
	out->length = kind == VALUE_CALENDAR_YEAR ? 4 : 7;
	out->made[4] = kind == VALUE_MONTH ? '-' : '/';
	write_two(out->made + 5, kind == VALUE_MONTH ? month : (year + 1) % 100);
}

void row_value_derive(struct row_value *out, const struct count_value *value,
		      const struct row_value *from, const struct row_value *until)
{
	struct date date;

	*out = (struct row_value){ .text = NULL };
	if (from->state != ROW_VALUE_PRESENT ||
	    (until != NULL && until->state != ROW_VALUE_PRESENT)) {
		out->state = ROW_VALUE_INHERITED;
		return;
	}
	switch (value->kind) {
	case VALUE_COLUMN:
		break;
	case VALUE_NUMBER:
		if (read_number(row_value_text(from), from->length, &out->number))
			check_range(out, value);
		else
			lack(out, LACK_UNREADABLE);
		break;
	case VALUE_DATE:
		if (read_date(row_value_text(from), from->length, value->form, &date)) {
			out->number = date_serial(date);
			out->digits = date_digits(date);
		} else {
			lack(out, LACK_UNREADABLE);
		}
		break;
	case VALUE_AGE:
	case VALUE_DAYS:
	case VALUE_WEEKS:
		read_span(out, value, from, until);
		break;
	case VALUE_FINANCIAL_YEAR:
	case VALUE_CALENDAR_YEAR:
	case VALUE_MONTH:
		make_period(out, value->kind, from);
		break;
	case VALUE_BAND:
		find_band(out, value, from->number);
		break;
	case VALUE_PREFIX:
		make_prefix(out, value, from);
		break;
	case VALUE_LOOKUP:
		look_up(out, value->lookup, from);
		break;
	}
}

const char *row_value_stood(const struct count_value *value, const struct row_value *lacking,
			    const struct row_value *from, char buffer[ROW_VALUE_TEXT_MOST],
			    size_t *length)
{
	char number[NUMBER_TEXT_MAX];
	bool spans =
		value->kind == VALUE_AGE || value->kind == VALUE_DAYS || value->kind == VALUE_WEEKS;

	if (value->kind == VALUE_COLUMN || (!spans && value->kind != VALUE_BAND)) {
		const struct row_value *stands = value->kind == VALUE_COLUMN ? lacking : from;

		*length = stands->length;
		return row_value_text(stands);
	}
	*length = number_shortest((double)(spans ? lacking : from)->number / (double)millionths,
				  number);
	if (*length >= ROW_VALUE_TEXT_MOST)
		*length = ROW_VALUE_TEXT_MOST - 1;
	memcpy(buffer, number, *length);
	return buffer;
}

static bool starts_with_one(const struct row_value *value, const struct count_condition *condition)
{
	for (size_t i = 0; i < condition->text_count; i++) {
		size_t length = strlen(condition->texts[i]);

		if (length <= value->length &&
		    memcmp(row_value_text(value), condition->texts[i], length) == 0)
			return true;
	}
	return false;
}

static bool is_one(const struct row_value *value, const struct count_condition *condition,
		   const char *const *sorted)
{
	return find(sorted, condition->text_count, row_value_text(value), value->length) <
	       condition->text_count;
}

bool row_value_holds(const struct row_value *value, const struct count_condition *condition,
		     const char *const *sorted)
{
	double number = (double)value->number / (double)millionths;

	if (value->state != ROW_VALUE_PRESENT)
		return condition->kind == CONDITION_MISSING;
	switch (condition->kind) {
	case CONDITION_IN:
		return is_one(value, condition, sorted);
	case CONDITION_NOT_IN:
		return !is_one(value, condition, sorted);
	case CONDITION_STARTS_WITH:
		return starts_with_one(value, condition);
	case CONDITION_BETWEEN:
		return number >= condition->least && number <= condition->most;
	case CONDITION_DATES:
		return (condition->first.year == 0 ||
			date_digits(condition->first) <= value->digits) &&
		       (condition->last.year == 0 || value->digits <= date_digits(condition->last));
	case CONDITION_PRESENT:
		return true;
	case CONDITION_MISSING:
	case CONDITION_ALL:
	case CONDITION_ANY:
		break;
	}
	return false;
}
