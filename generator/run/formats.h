/*
 * formats.h - which editions a run makes.
 */
#ifndef GRADIENT_RUN_FORMATS_H
#define GRADIENT_RUN_FORMATS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct edition;

enum { FORMATS_MOST = 16 };

struct formats {
	const struct edition *items[FORMATS_MOST];
	size_t count;
};

/* Those that are made when nothing is asked for. */
void formats_by_default(struct formats *formats);

/* Names separated by commas, as in "pdf,svg". False after a diagnostic. */
bool formats_parse(const char *text, struct formats *formats, struct arena *arena,
		   struct diag_list *diags);

bool formats_has(const struct formats *formats, const struct edition *edition);
bool formats_has_name(const struct formats *formats, const char *name);

#endif
