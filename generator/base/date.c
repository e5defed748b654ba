#include "base/date.h"

#include "base/arena.h"

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && leap(year) ? 29 : days[month - 1];
}

bool date_is_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= date_days_in_month(date.year, date.month);
}

static bool digits(const char *text, int count, int *out)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		value = value * 10 + (text[i] - '0');
	}
	*out = value;
	return true;
}

bool date_parse(const char *text, size_t length, struct date *out)
{
	struct date date;

	if (length != 10 || text[4] != '-' || text[7] != '-' || !digits(text, 4, &date.year) ||
	    !digits(text + 5, 2, &date.month) || !digits(text + 8, 2, &date.day) ||
	    !date_is_valid(date))
		return false;
	*out = date;
	return true;
}

long date_serial(struct date date)
{
	long years = date.year - 1;
	long serial = years * 365 + years / 4 - years / 100 + years / 400 + date.day - 1;

	for (int month = 1; month < date.month; month++)
		serial += date_days_in_month(date.year, month);
	return serial;
}

int date_compare(struct date a, struct date b)
{
	long difference = date_serial(a) - date_serial(b);

	return (difference > 0) - (difference < 0);
}

const char *date_text(struct arena *arena, struct date date)
{
	return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}
