/*
 * formats.h - which outputs a run makes.
 */
#ifndef GRADIENT_RUN_FORMATS_H
#define GRADIENT_RUN_FORMATS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct device;
struct diag_list;

enum { FORMATS_MOST = 16 };

struct formats {
	const struct device *items[FORMATS_MOST];
	size_t count;
};

/* Names separated by commas, as in "pdf,svg". False after a diagnostic. */
bool formats_parse(const char *text, struct formats *formats, struct arena *arena,
		   struct diag_list *diags);

bool formats_has(const struct formats *formats, const struct device *device);

#endif
