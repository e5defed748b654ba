/*
 * coverage.h - what the statement reports of what its edition asks of the body, and what not, and why.
 *
 * An indicator or breakdown is reported when it stands in the document, not when the data merely hold it.
 * What is neither reported nor has a reason is a gap. A reason is the author's (<not-reported>) or that of
 * the figures themselves: hidden, missing in the data, without meaning.
 * Ownership: lives in the arena of the run.
 */
#ifndef GRADIENT_COVERAGE_COVERAGE_H
#define GRADIENT_COVERAGE_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "document/document.h"
#include "model/report.h"
#include "model/result.h"
#include "model/statement.h"
#include "words/format.h"

/* In the order of how much is reported. */
enum coverage_state {
	COVERAGE_REPORTED,
	COVERAGE_IN_PART, /* some groups are hidden or missing */
	COVERAGE_SUPPRESSED,
	COVERAGE_NOT_AVAILABLE,
	COVERAGE_NOT_APPLICABLE,
	COVERAGE_GAP,
};

/* The total of an indicator, or one breakdown of it. */
struct coverage_cell {
	const char *dimension; /* "" for the total */
	enum coverage_state state;
	const char *reason;                /* in words; "" when it is reported in full */
	bool confidential;                 /* a part of it is hidden */
	struct location at;                /* of the reason, or where the gap can be filled */
	size_t groups, shown;              /* of a breakdown */
	const struct not_reported *author; /* whose reason it is; NULL if not the author's */
	unsigned gap;                      /* 1 if it counts as a gap of its own */
};

struct coverage_row {
	const struct indicator *indicator; /* of the edition */
	struct coverage_cell total;
	struct coverage_cell *cells; /* one for every dimension of the coverage */
	const char *reason;          /* of the whole; "" if none */
	bool gap;                    /* nothing of it is reported and nobody says why: one gap */
	struct location at;
};

/* What a section lacks. */
struct coverage_missing {
	const char *what;
	struct location at;
};

enum section_state { SECTION_COMPLETE, SECTION_INCOMPLETE, SECTION_ABSENT };

struct coverage_section {
	const struct statement_section *section;
	enum requirement requirement;
	enum section_state state;
	struct location at; /* of the section, or of <statement> when it is absent */
	struct coverage_missing *missing;
	size_t missing_count, missing_capacity;
	size_t gaps; /* those that count: of sections that must be there */
};

struct coverage {
	const struct statement_demand *demand;
	const struct dimension **dimensions; /* that the edition asks for, of any indicator */
	size_t dimension_count;
	struct coverage_row *rows; /* indicators that apply to the body */
	size_t row_count, row_capacity;
	struct coverage_section *sections;
	size_t section_count;
	size_t gaps;         /* of all indicators and sections */
	size_t advised;      /* what sections that are only recommended lack */
	size_t reasons;      /* cells and rows that are not reported in full, with a reason */
	size_t full;         /* rows that are reported in full */
	const char *verdict; /* one sentence */
};

struct coverage_inputs {
	struct arena *arena;
	const struct statement_demand *demand;
	const struct report *report;
	const struct results *results;
	const struct document *document;
	const struct words *words;
};

const struct coverage *coverage_of(const struct coverage_inputs *inputs);

/* False when nothing of the coverage rests on a reason of the author: what it is about is reported. */
bool coverage_needs(const struct coverage *coverage, const struct not_reported *reason);

/* "reported", "in-part", "suppressed", "not-available", "not-applicable", "gap": for machines. */
const char *coverage_state_name(enum coverage_state state);

/*
 * Why an indicator is not reported in full: "adjusted for age", with the breakdowns where there are several
 * reasons: "Age: adjusted for age; Sex: 1 of 2 groups"; "all shown" where nothing is to be said.
 */
const char *coverage_row_reason(const struct words *words, const struct coverage *coverage,
				const struct coverage_row *row);

/* That the edition asks nothing of bodies of that kind. */
const char *coverage_none_apply(const struct words *words, enum body_kind kind);

/* "complete", "incomplete", "absent". */
const char *section_state_name(enum section_state state);

/* In words, as the table of the report has them. */
const char *coverage_state_words(const struct words *words, enum coverage_state state);
const char *section_state_words(const struct words *words, enum section_state state,
				enum requirement requirement);

#endif
