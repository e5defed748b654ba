/*
 * list_parts.h - lists that come from catalogues; shared by the list*.c files of this folder alone.
 */
#ifndef GRADIENT_RUN_LIST_PARTS_H
#define GRADIENT_RUN_LIST_PARTS_H

#include "run/command.h"

/* Those of line->set and of bodies of line->kind, where these are given. */
void list_indicators(struct command_line *line);
void list_sets(struct command_line *line);

#endif
