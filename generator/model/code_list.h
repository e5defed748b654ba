/*
 * code_list.h - codes of bodies in one cell of a list or one attribute, separated by ";" or blanks.
 */
#ifndef GRADIENT_MODEL_CODE_LIST_H
#define GRADIENT_MODEL_CODE_LIST_H

#include <stdbool.h>

#include "base/date.h"

struct arena;

/* What is left of a list that is being read, and the date of the code read last. */
struct code_list {
	const char *rest;
	struct date from; /* of "QUA@2026-04-01"; year 0 when the code has no date */
};

struct code_list code_list_of(const char *list);

/* The next code, without its date, in the arena; NULL at the end. A date that cannot be read is none. */
const char *code_list_next(struct arena *arena, struct code_list *list);

/* True when a code, whatever the case of its letters, is one of the list. */
bool code_list_holds(const char *list, const char *code);

#endif
