/*
 * finding_parts.h - candidates for key findings; shared by the finding files of this folder alone.
 */
#ifndef GRADIENT_INDICATOR_FINDING_PARTS_H
#define GRADIENT_INDICATOR_FINDING_PARTS_H

#include "indicator/key_findings.h"

/* Every candidate of a body with its scores; fate FINDING_BEYOND, or why it may not be told. */
struct findings finding_candidates(struct arena *arena, const struct results *results,
				   int organisation);

/* How surely the ratio of two ends lies near 1, the larger the nearer; below 0 when that is not sure. */
double finding_similarity(const struct results *results, const struct finding *finding);

#endif
