/*
 * period.h - the stretch of time, or the day, that a figure is for.
 *
 * Data files write periods in many ways; the forms below are recognised, anything else is kept as text
 * and ordered as the file orders it. The words of a printed period belong to the strings table.
 */
#ifndef GRADIENT_MODEL_PERIOD_H
#define GRADIENT_MODEL_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"

enum period_form {
	PERIOD_FINANCIAL_YEAR, /* "2024/25", "2024-25", "202425", "2024 to 2025", "2425": April to March */
	PERIOD_CALENDAR_YEAR, /* "2024" */
	PERIOD_YEARS,         /* "2015 - 17", "2022-2024": calendar years pooled */
	PERIOD_MONTH,         /* "2024-03", "March 2024" */
	PERIOD_YEAR_TO_MONTH, /* "To March 2023": the 12 months that end then */
	PERIOD_DAY,           /* "2025-03-31": a census date */
	PERIOD_TEXT,
};

struct period {
	const char *code; /* as in the data */
	enum period_form form;
	struct date first, last; /* not set for PERIOD_TEXT */
	int order;               /* among periods of a report, oldest first */
};

/* code is borrowed. Always succeeds: PERIOD_TEXT is the last resort. */
struct period period_parse(const char *code);

/* By last day, then first day; text after all that have dates, in the order of appearance. */
int period_compare(const struct period *a, const struct period *b);

/* True when b begins on the day after a ends, or a and b are days or months one step apart. */
bool period_follows(const struct period *a, const struct period *b);

/* True of twelve months, and of a day that stands for its year. */
bool period_is_yearly(const struct period *period);

/* How many years b lies behind a, both yearly and beginning on the same day of a year; -1 when it does not. */
int period_years_after(const struct period *a, const struct period *b);

#endif
