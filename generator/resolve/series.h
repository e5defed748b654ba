/*
 * series.h - which figures of several periods belong together: a series is broken where the groups are cut
 * anew (another index of deprivation) or the body got another area, and never joined across.
 */
#ifndef GRADIENT_RESOLVE_SERIES_H
#define GRADIENT_RESOLVE_SERIES_H

#include "resolve/resolver.h"

/*
 * The key in another period. A breakdown that is named by its dimension ("deprivation") is there by the
 * edition of its groups that has figures then; else by its own.
 */
struct cell_key series_key(const struct resolver *resolver, const struct scope *scope,
			   const struct cell_key *key, int period);

/* The group of one view in another one, which may be of another edition; NULL when it has none. */
const struct view_group *series_group(const struct view *view, const struct view *other,
				      const struct view_group *group);

/* True when figures of two periods, the earlier first, are not to be joined or compared. */
bool series_breaks(const struct resolver *resolver, const struct scope *scope,
		   const struct cell_key *key, int earlier, int later);

/* The first of the listed periods, oldest first, that may be compared with that of the key; count if none. */
size_t series_since(const struct resolver *resolver, const struct scope *scope,
		    const struct cell_key *key, const int *listed, size_t count);

/*
 * Sentences on what breaks the series of a body over the listed periods, and on what was done about it. True
 * when they tell the editions of the groups, which then need no other note.
 */
bool explain_series(struct resolver *resolver, const struct scope *scope,
		    const struct cell_key *key, const int *listed, size_t count,
		    struct text *notes);

/* What a body took the place of and what was done about it, in a sentence; has_before: in a series from before. */
const char *sentence_of_change(struct resolver *resolver, int organisation,
			       const struct body_change *change, bool has_before);

/* Warnings on the body that the report is of: closed by then, or another one than the publisher. */
void check_report_body(struct resolver *resolver, const struct scope *scope);

/*
 * A sentence on another body whose figures are by another edition of the groups alone, and a warning;
 * nothing when they can stand beside those of the key.
 */
void explain_other_edition(struct resolver *resolver, const struct cell_key *key, int other,
			   struct location at, struct text *notes);

#endif
