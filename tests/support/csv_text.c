#include "support/csv_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/source.h"

struct csv_reader *csv_text_open(struct arena *arena, const char *bytes, size_t length,
				 const struct csv_options *options, struct diag_list *diags)
{
	char *copy = malloc(length == 0 ? 1 : length);

	memcpy(copy, bytes, length);
	arena_own(arena, copy, free);
	return csv_open(arena, source_of_text(arena, "t.csv", copy, length), options, diags);
}
