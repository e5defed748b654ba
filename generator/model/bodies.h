/*
 * bodies.h - what the list of bodies tells: which body lies within which, when a body came to be and what it
 * took the place of.
 *
 * A day that is not given (year 0) is taken as one on which every body of the list that did not close exists.
 */
#ifndef GRADIENT_MODEL_BODIES_H
#define GRADIENT_MODEL_BODIES_H

#include "model/reference.h"

struct arena;

/* The body of a kind ("icb", "region", "national") around another one on a day; NULL when none is known. */
const struct known_organisation *body_around(struct arena *arena, const struct reference *reference,
					     const struct known_organisation *body,
					     const char *kind, struct date day);

/* True when it had closed before the day. */
bool body_is_closed(const struct known_organisation *body, struct date day);

/* True when what it was went to more than one body. */
bool body_was_divided(const struct known_organisation *body);

/*
 * The next body of the list, from *at on, whose successors include the one of that code; NULL after the last.
 */
const struct known_organisation *body_next_former(const struct reference *reference,
						  const char *code, size_t *at);

/* The day after the one on which a body closed; year 0 when it is open. */
struct date body_day_after(const struct known_organisation *body);

/* "S1Y5D (Central East)", several with commas: its successors as a hint; NULL when none is known. */
const char *body_successors(struct arena *arena, const struct reference *reference,
			    const struct known_organisation *body);

#endif
