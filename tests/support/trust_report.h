/*
 * trust_report.h - a complete statement of a mental health trust, of which tests leave parts out.
 *
 * The edition of 2023 to 2025 asks such a trust for five indicators: MH02 to MH05 and LD02. All of them have
 * figures by deprivation, ethnic group, age and sex, and every section that is required is there.
 */
#ifndef GRADIENT_TESTS_TRUST_REPORT_H
#define GRADIENT_TESTS_TRUST_REPORT_H

#include "support/statement.h"

enum { TRUST_CHANGES_MOST = 16 };

/* A part of the report or the rows that a test takes out, or puts another in the place of. */
struct trust_change {
	const char *from, *to; /* from must be there; NULL ends the list */
};

/* The report with those changes. */
struct statement *trust_report(const struct trust_change *changes);

#endif
