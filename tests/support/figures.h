/*
 * figures.h - rows of a file and what a source says about it in, observations out: the way of the data alone,
 * without computing or drawing anything.
 */
#ifndef GRADIENT_TESTS_FIGURES_H
#define GRADIENT_TESTS_FIGURES_H

#include "base/diag.h"
#include "model/count_query.h"
#include "model/dataset.h"
#include "model/reference.h"
#include "model/report.h"

/* NULL takes the usual. */
struct figures_parts {
	const char *rows;       /* the file data.csv of source "s" */
	size_t length;          /* of rows when they hold zero bytes; 0 = to the end */
	const char *attributes; /* of the source */
	const char *rules;      /* map, set, where, ... elements of the source */
	const char *sources;    /* further source elements */
	const char *indicators; /* elements; one indicator A, a proportion, by default */
	const struct count_source *counter; /* who counts records; NULL where there are none */
	const char *about;                  /* attributes of body; organisation='QNV' */
	const char *
		folder; /* where the files are written and remain; NULL: a folder that is removed */
};

struct figures {
	struct report *report;
	struct reference *reference;
	const struct indicators *indicators;
	const struct dataset *dataset; /* NULL after errors */
	const char *said;              /* all messages, without the folder */
};

/* Rows of an indicator, period, ... that maps itself: columns are named as roles. */
extern const char figures_plain_rules[];

struct figures figures_of(struct arena *arena, const struct figures_parts *parts);

/*
 * All observations, a line each: indicator period organisation classification group sex age numerator
 * denominator value lower upper line. "-" stands for the total and for what is not set, "*" for suppressed,
 * "z" for not applicable.
 */
const char *figures_text(struct arena *arena, const struct dataset *dataset);

#endif
