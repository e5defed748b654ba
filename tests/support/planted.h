/*
 * planted.h - numbers like no other that are hidden in a report, and the search for them.
 */
#ifndef GRADIENT_TESTS_PLANTED_H
#define GRADIENT_TESTS_PLANTED_H

#include <stdbool.h>
#include <stddef.h>

/* As they would be written, with what could be worked out from them. */
extern const char *const planted[];
extern const size_t planted_count;

/* Writes a report with them to a folder: report.xml and its data. */
void planted_write(const char *folder);

/* Runs the program in a folder; all that it says, on both channels. It must end well. */
const char *planted_run(const char *folder, const char *const *arguments);

/* The same of a line of the shell: what it prints. */
const char *planted_shell(const char *folder, const char *line);

/* True when the number stands in a text by itself, not within a longer one. */
bool planted_stands_in(const char *text, const char *number);

/* where: what the text is, for the message. */
void planted_expect_none(const char *text, const char *where);

#endif
