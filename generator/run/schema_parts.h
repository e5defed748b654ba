/*
 * schema_parts.h - parts of the manual that are printed for it; shared by the schema*.c files of this folder
 * alone.
 */
#ifndef GRADIENT_RUN_SCHEMA_PARTS_H
#define GRADIENT_RUN_SCHEMA_PARTS_H

#include "run/command.h"

void schema_catalogue_csvw(struct command_line *line);
void schema_catalogue_manual(struct command_line *line);
void schema_methods(struct command_line *line);
void schema_measures(struct command_line *line);

#endif
