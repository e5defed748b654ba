/*
 * looks.h - the files that say how a report looks and speaks: layout, theme, strings.
 */
#ifndef GRADIENT_RUN_LOOKS_H
#define GRADIENT_RUN_LOOKS_H

#include "run/run.h"

/*
 * Reads the layout, theme and strings that the report names, from beside it or from those that come with
 * the program. False after errors; a name that nothing has is answered with the names there are.
 */
bool looks_read(struct run *run);

#endif
