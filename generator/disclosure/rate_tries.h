/*
 * rate_tries.h - whether a rate gives a small age band away to somebody who tries all whole numbers.
 */
#ifndef GRADIENT_DISCLOSURE_RATE_TRIES_H
#define GRADIENT_DISCLOSURE_RATE_TRIES_H

#include "disclosure/rates.h"

/* False as well where there are too many ways to share the events out to try them all. */
bool rate_tries_expose(const struct disclosure_rule *rule, const struct rate_part *parts,
		       size_t count, const struct rate_seen *seen);

#endif
