/*
 * plot_ends.h - what a plot of gaps adds to categories and series: the interval of the gap of every row and,
 * where groups have no order, which of them stand at its ends.
 *
 * In such a plot the first series is one end of the gap, the last the other; those between stand back. The
 * gap itself is the note of the category.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_ENDS_H
#define GRADIENT_DOCUMENT_PLOT_ENDS_H

struct plot_ends_row {
	const char *interval;    /* of the gap, as printed; "" when there is none */
	const char *first_name;  /* "" where the series says it for all rows */
	const char *second_name; /* likewise */
};

struct plot_ends {
	const struct plot_ends_row *rows; /* one for every category */
	const char *interval_heading;     /* "" when no gap has an interval */
	const char *others;               /* what the series between are; "" when there are none */
	const char *break_label;          /* beside the line between rows that are not comparable */
};

#endif
