#include "vectors/check.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "vectors/vectors_file.h"

#define VECTORS(symbol, name, inputs, summary) extern const struct vector_file vectors_##symbol;
#include "vectors/files.def"
#undef VECTORS

static const struct vector_file_entry entries[] = {
#define VECTORS(symbol, name, inputs, summary) { &vectors_##symbol, name, inputs, summary },
#include "vectors/files.def"
#undef VECTORS
	{ 0 },
};

const struct vector_file_entry *vector_files(void)
{
	return entries;
}

static bool is_there(const struct vectors_run *run, const char *name)
{
	return path_exists(path_join(run->arena, run->folder, name));
}

static void lacks_partner(struct vectors_run *run, const char *name, const char *partner)
{
	diag_addf(run->diags, DIAG_VECTORS_PARTNER,
		  (struct location){ .file = path_join(run->arena, run->folder, name) },
		  "\"%s\" is not there", partner);
}

struct vectors *vectors_other(struct vectors *expected, const char *name,
			      const struct vectors_columns *columns)
{
	struct vectors *other;

	if (!is_there(expected->run, name)) {
		expected->result->failed++;
		lacks_partner(expected->run, path_base(expected->name), name);
		return NULL;
	}
	other = vectors_open(expected->run, expected->result, name, columns);
	expected->result->failed += other == NULL;
	return other;
}

/* Files of inputs that several expected ones refer to are read anew for each: they are small. */
static void compare(struct vectors_run *run, const struct vector_file_entry *entry,
		    struct vectors_result *result)
{
	bool has_inputs = entry->inputs[0] != '\0';
	struct vectors *expected, *inputs = NULL;

	*result = (struct vectors_result){ .name = entry->name, .summary = entry->summary };
	expected = vectors_open(run, result, entry->name, &entry->file->columns);
	if (has_inputs && is_there(run, entry->inputs))
		inputs = vectors_open(run, result, entry->inputs, &entry->file->inputs);
	else if (has_inputs)
		lacks_partner(run, entry->name, entry->inputs);
	if (expected == NULL || (has_inputs && inputs == NULL))
		return;
	result->usable = true;
	result->rows = vectors_rows(expected);
	entry->file->compare(expected, inputs);
}

/* Whether a file of inputs is used by one that is there. */
static bool is_used(const struct vectors_run *run, const char *inputs)
{
	for (const struct vector_file_entry *at = entries; at->file != NULL; at++)
		if ((strcmp(at->inputs, inputs) == 0 ||
		     (at->file->also != NULL && strcmp(at->file->also, inputs) == 0)) &&
		    is_there(run, at->name))
			return true;
	return false;
}

enum known { UNKNOWN, EXPECTED, INPUTS };

static enum known what_is(const char *name, const struct vector_file_entry **entry)
{
	for (*entry = entries; (*entry)->file != NULL; (*entry)++) {
		if (strcmp((*entry)->name, name) == 0)
			return EXPECTED;
		if (strcmp((*entry)->inputs, name) == 0)
			return INPUTS;
	}
	return UNKNOWN;
}

/* Says which files of the folder are not known, and which have nothing to be compared with. */
static bool look_round(struct vectors_run *run)
{
	size_t count;
	const char **stems = path_names(run->arena, run->folder, ".csv", &count);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		const char *name = arena_printf(run->arena, "%s.csv", stems[i]);
		const struct vector_file_entry *entry;
		enum known known = what_is(name, &entry);

		any = any || known != UNKNOWN;
		if (known == UNKNOWN)
			diag_add(run->diags, DIAG_VECTORS_UNKNOWN,
				 (struct location){
					 .file = path_join(run->arena, run->folder, name) },
				 NULL, NULL);
		else if (known == INPUTS && !is_used(run, name))
			lacks_partner(run, name, entry->name);
	}
	return any;
}

struct vectors_results vectors_check(struct arena *arena, const char *folder, const char *share,
				     struct diag_list *diags)
{
	struct vectors_run run = {
		.arena = arena, .diags = diags, .folder = folder, .share = share
	};
	struct vectors_results results = {
		.files = arena_array(arena, sizeof(entries) / sizeof(entries[0]),
				     sizeof(*results.files)),
	};

	results.any = look_round(&run);
	for (const struct vector_file_entry *at = entries; at->file != NULL; at++)
		if (is_there(&run, at->name))
			compare(&run, at, &results.files[results.count++]);
	return results;
}
