/*
 * date.h - days of the calendar (Gregorian), as ISO 8601 writes them.
 */
#ifndef GRADIENT_BASE_DATE_H
#define GRADIENT_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct date {
	int year, month, day; /* year 1 to 9999, month 1 to 12, day 1 to 31; all 0 = no date */
};

/* Reads all of text[0 .. length) as YYYY-MM-DD and a day that exists. */
bool date_parse(const char *text, size_t length, struct date *out);

bool date_is_valid(struct date date);

/* "2025-03-31", in the arena. */
const char *date_text(struct arena *arena, struct date date);

int date_days_in_month(int year, int month);

/* Days since 1 January of the year 1. */
long date_serial(struct date date);

/* Negative, 0 or positive as a is before, on or after b. */
int date_compare(struct date a, struct date b);

#endif
