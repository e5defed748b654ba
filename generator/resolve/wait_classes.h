/*
 * wait_classes.h - the classes of weeks of a waiting list that a chart is of, with their figures.
 */
#ifndef GRADIENT_RESOLVE_WAIT_CLASSES_H
#define GRADIENT_RESOLVE_WAIT_CLASSES_H

#include "document/plot_waits.h"
#include "resolve/chart_parts.h"

enum { WAIT_CLASSES_MOST = 60 };

struct wait_classes {
	struct view views[WAIT_CLASSES_MOST]; /* of every class, in order of weeks */
	size_t count;
	/* Of the indicators of the same family that count waits over the standard and over a year. */
	bool has_over_standard, has_over_year;
	struct view over_standard, over_year;
};

/*
 * The classes of the indicators that the block names, which follow each other without a gap; the view of the
 * chart becomes that of the waits over the standard when there is one. False after a diagnostic.
 */
bool wait_classes_find(struct chart *chart, struct wait_classes *classes);

/* The groups that are known, in the order of the chart; returns how many. */
size_t wait_groups(struct chart *chart, struct view_group *groups);

/* Of a class: from and to how many weeks; to is INFINITY for an open one. */
const struct indicator_class *wait_class(const struct wait_classes *classes, size_t at);

/* The figure of a group, or of all waits, in a view of wait_classes; NULL for all. */
struct value wait_value(const struct view *view, const struct view_group *group);

/* What the shares over the standard say: that they rise step by step, else those of the two ends. */
const char *wait_title(const struct chart *chart, const struct view *over);

/* "Over 52 weeks: 1.9% (1 most deprived) and 1.1% (5 least deprived)", without a full stop; "" when not known. */
const char *wait_sentence(struct chart *chart, const struct view *over, unsigned weeks,
			  const struct view_group *first, const struct view_group *last);

#endif
