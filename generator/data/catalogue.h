/*
 * catalogue.h - the indicators of a report: those of catalogues, changed and added to by the spec.
 *
 * A catalogue is a CSV file whose columns catalogue_columns.def lists. A row may take what it does not say
 * from the row of the same id in another set.
 */
#ifndef GRADIENT_DATA_CATALOGUE_H
#define GRADIENT_DATA_CATALOGUE_H

#include "model/indicator.h"
#include "model/report.h"

struct arena;
struct diag_list;

enum { DECIMALS_MOST = 6 };

struct catalogue_file {
	const char *path;
	const char *set;      /* the name that <use> gives it */
	const char *folder;   /* of the sets that come with the program */
	const char *core;     /* as core of <data>; NULL = "national-20" */
	struct location from; /* who asks for it */
};

/* "high", "low", "neither" or nothing. False for anything else. */
bool polarity_read(const char *text, enum polarity *polarity);

/* A new last indicator, all zero. */
struct indicator *indicators_add(struct arena *arena, struct indicators *indicators);

/*
 * Reads a catalogue file into indicators, after those that are there. Thresholds are those beside the file,
 * or else those of the program. False after diagnostics.
 */
bool catalogue_read(struct arena *arena, const struct catalogue_file *file,
		    struct indicators *indicators, struct diag_list *diags);

/*
 * The indicators of a report in the order of its catalogues, local ones last. folder is that of the
 * catalogues that come with the program; a set may also be a file beside the one that names it. NULL after
 * diagnostics.
 */
struct indicators *indicators_build(struct arena *arena, const struct report *report,
				    const char *folder, struct diag_list *diags);

#endif
