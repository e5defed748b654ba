/*
 * theme.h - themes as operands of commands.
 */
#ifndef GRADIENT_RUN_THEME_H
#define GRADIENT_RUN_THEME_H

#include "run/command.h"

/* True of an XML file whose outermost element is <theme>. */
bool theme_is_operand(struct arena *arena, const char *path);

/* Checks the theme that is the operand of the command line and prints all that was measured. */
void theme_check_operand(struct command_line *line);

#endif
