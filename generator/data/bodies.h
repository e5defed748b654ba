/*
 * bodies.h - what the list of bodies and the report say about the bodies of the data; shared by the files of
 * this folder alone.
 */
#ifndef GRADIENT_DATA_BODIES_H
#define GRADIENT_DATA_BODIES_H

#include "model/dataset.h"
#include "model/reference.h"
#include "model/report.h"

struct arena;
struct diag_list;

/*
 * Gives the bodies of a merged dataset the days on which their areas changed, adds up the figures of bodies
 * that were there before where the report asks for it, and says what does not agree with the list.
 */
void bodies_prepare(struct arena *arena, const struct report *report,
		    const struct reference *reference, struct dataset *dataset,
		    struct diag_list *diags);

/*
 * Adds up the counts of the bodies of a change, which the report wants combined, for the periods before it.
 * Figures of those bodies for these periods leave the dataset. The change stays broken, after a diagnostic,
 * where this cannot be done.
 */
void bodies_combine(struct arena *arena, const struct reference *reference, struct dataset *dataset,
		    int organisation, struct body_change *change,
		    const struct organisation_spec *spec, struct diag_list *diags);

/* Codes, names and times of the bodies against the list. */
void bodies_check(struct arena *arena, const struct report *report,
		  const struct reference *reference, const struct dataset *dataset,
		  struct diag_list *diags);

/* What the report says of a body; NULL when it says nothing. */
const struct organisation_spec *organisation_spec_of(const struct report *report,
						     const struct organisation *body);

#endif
