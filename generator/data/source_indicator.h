/*
 * source_indicator.h - which indicator the rows of a source are of when they do not say so; for the files of
 * this folder alone.
 */
#ifndef GRADIENT_DATA_SOURCE_INDICATOR_H
#define GRADIENT_DATA_SOURCE_INDICATOR_H

#include <stdbool.h>

#include "model/indicator.h"

/*
 * The one indicator that a source of that id and number can be about; a number below 0 for sources of
 * populations, which other sources take their denominators from. False when that is not clear.
 */
bool source_indicator(const struct indicators *indicators, const char *source, int number,
		      int *indicator);

#endif
