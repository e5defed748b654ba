/*
 * catalogue.h - catalogues of indicators as operands of commands.
 */
#ifndef GRADIENT_RUN_CATALOGUE_H
#define GRADIENT_RUN_CATALOGUE_H

#include "run/command.h"

/* True of a CSV file, and of a folder with a sets.csv: what check takes as catalogues. */
bool catalogue_is_operand(struct arena *arena, const char *path);

/* Checks the catalogue, or every set of the folder, that is the operand of the command line. */
void catalogue_check_operand(struct command_line *line);

#endif
