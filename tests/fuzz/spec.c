/*
 * spec - reports, layouts, themes and tables of words of any bytes, from the parser to the typed model.
 *
 * Beside what the sanitizers check: what cannot be read leaves an error, and every message has a place
 * within the file.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "spec/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static unsigned count_lines(const uint8_t *bytes, size_t size)
{
	unsigned lines = 1;

	for (size_t i = 0; i < size; i++)
		lines += bytes[i] == '\n' || bytes[i] == '\r';
	return lines;
}

static bool read_as(struct arena *arena, uint8_t kind, const char *path, struct diag_list *diags)
{
	struct location from = { .file = path };

	switch (kind & 3) {
	case 0:
		return layout_read(arena, path, from, diags) != NULL;
	case 1:
		return theme_read(arena, path, "fonts", from, diags) != NULL;
	case 2:
		return strings_read(arena, path, "inputs/strings", from, diags) != NULL;
	default:
		return report_read(arena, path, NULL, 0, diags) != NULL;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	int file = memfd_create("fuzz", 0);
	struct diag_list *diags;
	struct arena *arena;
	char path[64];

	/* The first character of XML is "<", which stands for a report. */
	if (size < 1 || file < 0 || write(file, bytes, size) != (ssize_t)size)
		return 0;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
	arena = arena_new();
	diags = diag_list_new(arena);
	if (bytes[0] == '<')
		check(read_as(arena, 3, path, diags) == (diag_errors(diags) == 0));
	else
		check(read_as(arena, bytes[0], path, diags) || diag_errors(diags) > 0);
	for (size_t i = 0; i < diag_count(diags); i++)
		check(diag_at(diags, i)->at.line <= count_lines(bytes, size) + 1);
	arena_free(arena);
	close(file);
	return 0;
}
