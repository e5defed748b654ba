/*
 * polarity.h - which direction of an indicator is the good one, as files of reference figures put it.
 */
#ifndef GRADIENT_VECTORS_POLARITY_H
#define GRADIENT_VECTORS_POLARITY_H

#include "base/verdict.h"
#include "vectors/vectors.h"

/* Column "polarity": high_good, low_good or none. False after a fault for anything else. */
bool polarity_of(struct vectors *vectors, size_t row, enum favourable *out);

#endif
