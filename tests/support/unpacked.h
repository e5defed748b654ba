/*
 * unpacked.h - what lies in an archive, such as a workbook.
 */
#ifndef GRADIENT_TESTS_UNPACKED_H
#define GRADIENT_TESTS_UNPACKED_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* The bytes of one entry, a zero behind them; NULL when there is none. */
const char *unpacked_entry(struct arena *arena, const char *path, const char *name);

/* All entries one after the other, every one with its name before it. */
const char *unpacked_all(struct arena *arena, const char *path);

/* The first entry and how it is kept, how many there are, whether all have one time. */
struct unpacked_facts {
	const char *first;
	bool first_is_stored;
	size_t count;
	bool one_time; /* all have the same */
};

struct unpacked_facts unpacked_facts(struct arena *arena, const char *path);

#endif
