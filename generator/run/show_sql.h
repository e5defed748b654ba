/*
 * show_sql.h - the statements that a report would put to its databases, for review before anything is asked.
 */
#ifndef GRADIENT_RUN_SHOW_SQL_H
#define GRADIENT_RUN_SHOW_SQL_H

struct command_line;

/* Prints them for the report that is the operand, in the dialect of the command line. Connects to nothing. */
void show_sql(struct command_line *line);

#endif
