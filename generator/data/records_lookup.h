/*
 * records_lookup.h - the lookups of a report, each read when it is first asked for.
 */
#ifndef GRADIENT_DATA_RECORDS_LOOKUP_H
#define GRADIENT_DATA_RECORDS_LOOKUP_H

#include "data/dataset_read.h"
#include "model/count_query.h"

struct records_lookups {
	struct arena *arena;
	const struct report *report;
	struct data_folders folders;
	struct diag_list *diags;
	const struct count_lookup **read; /* one for each of the report; NULL: not yet */
	bool *failed;
};

struct records_lookups records_lookups_new(struct arena *arena, const struct report *report,
					   struct data_folders folders, struct diag_list *diags);

/* NULL after a diagnostic: there is none of that id, or its file could not be read. */
const struct count_lookup *records_lookup(struct records_lookups *lookups, const struct word *id);

/*
 * A lookup of pairs, sorted by key. keys and texts are borrowed; the keys must differ.
 */
const struct count_lookup *records_lookup_of(struct arena *arena, const char *id,
					     const char *const *keys, const char *const *texts,
					     size_t count);

#endif
