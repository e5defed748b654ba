/*
 * interval_caps.h - caps of intervals that are hardly longer than the mark of their value.
 *
 * Behind its mark such an interval is a smudge, or nothing at all. Its caps are higher than the mark, so that its ends are seen at
 * their places above and below it. What is so short that the two caps would run together is left out, and the note under the
 * chart says so.
 * Units: points.
 */
#ifndef GRADIENT_CHART_INTERVAL_CAPS_H
#define GRADIENT_CHART_INTERVAL_CAPS_H

#include "chart/canvas.h"

/* False of an interval whose caps would run together. */
bool interval_is_seen(const struct whisker *whisker);

/* The cap of an interval around a mark of such a size at a place of the axis; ordinary: where both ends stand clear of the mark. */
double interval_cap(const struct whisker *whisker, double place, double mark, double ordinary);

#endif
