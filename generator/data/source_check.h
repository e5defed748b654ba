/*
 * source_check.h - what the numbers of a source tell about how it was made; shared by this folder alone.
 *
 * None of it can be known for sure, so that all of it is told and none refused: counts that are no whole
 * numbers, counts that somebody has rounded before, percentages that do not fit the counts beside them,
 * numerators and denominators of different populations.
 */
#ifndef GRADIENT_DATA_SOURCE_CHECK_H
#define GRADIENT_DATA_SOURCE_CHECK_H

#include "model/dataset.h"
#include "model/reference.h"

struct arena;
struct diag_list;

/* The rows as they were read, before those of one cell are put together. */
void source_check_counts(const struct dataset *dataset, const struct reference *reference,
			 struct diag_list *diags);
void source_check_populations(struct arena *arena, const struct dataset *dataset,
			      struct diag_list *diags);

/* While rows of one cell are put together: from says what into, of another source, has said. */
void source_note_overlap(const struct dataset *dataset, const struct observation *into,
			 const struct observation *from);
void source_say_overlaps(const struct dataset *dataset, struct diag_list *diags);

#endif
