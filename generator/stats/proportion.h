/*
 * proportion.h - a proportion with Wilson's score interval.
 *
 * Units:   fractions in [0, 1].
 * Source:  Wilson (1927), J Am Stat Assoc 22:209-212.
 */
#ifndef GRADIENT_STATS_PROPORTION_H
#define GRADIENT_STATS_PROPORTION_H

#include "stats/interval.h"
#include "stats/outcome.h"

/*
 *   numerator    people with the attribute; 0 <= numerator <= denominator, fractions allowed
 *   denominator  all people asked or counted; > 0
 *   confidence   two-sided level, 0 < confidence < 1
 *
 * The lower limit is exactly 0 for a numerator of 0, the upper exactly 1 when all have the
 * attribute.
 *
 * Returns STATS_OUT_OF_RANGE, STATS_NO_DENOMINATOR or STATS_NUMERATOR_EXCEEDS_DENOMINATOR.
 */
enum stats_outcome proportion(double numerator, double denominator, double confidence,
			      struct estimate *out);

#endif
