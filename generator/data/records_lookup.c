#include "data/records_lookup.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "data/csv.h"
#include "data/data_file.h"

struct pair {
	const char *key, *text;
	struct location at;
};

struct pairs {
	struct pair *items;
	size_t count, capacity;
};

struct records_lookups records_lookups_new(struct arena *arena, const struct report *report,
					   struct data_folders folders, struct diag_list *diags)
{
	return (struct records_lookups){
		.arena = arena,
		.report = report,
		.folders = folders,
		.diags = diags,
		.read = arena_array(arena, report->lookup_count + 1, sizeof(void *)),
		.failed = arena_array(arena, report->lookup_count + 1, sizeof(bool)),
	};
}

/* -- reading ---------------------------------------------------------------------------------- */

static int column_of(struct records_lookups *lookups, struct csv_reader *reader,
		     const struct lookup_spec *spec, const struct word *name)
{
	int column = csv_find_column(reader, name->text);
	size_t count = csv_columns(reader);
	const char **names;

	if (column != CSV_COLUMN_MISSING)
		return column;
	names = arena_array(lookups->arena, count, sizeof(*names));
	for (size_t i = 0; i < count; i++)
		names[i] = csv_column_name(reader, i);
	diag_add(lookups->diags, DIAG_COLUMN_UNKNOWN, name->at,
		 arena_printf(lookups->arena, "\"%s\" in %s", name->text, spec->href.text),
		 suggest_hint(lookups->arena, name->text, names, count));
	return column;
}

static const char *cell_text(struct arena *arena, const struct csv_record *record, int column)
{
	struct csv_cell cell;

	if ((size_t)column >= record->count)
		return "";
	cell = csv_trim(record->cells[column]);
	return arena_strndup(arena, cell.text, cell.length);
}

static void read_pairs(struct records_lookups *lookups, struct csv_reader *reader, int key,
		       int value, struct pairs *pairs)
{
	const struct csv_record *record;

	while ((record = csv_next(reader)) != NULL) {
		struct pair pair = { .key = cell_text(lookups->arena, record, key),
				     .text = cell_text(lookups->arena, record, value) };

		if (pair.key[0] == '\0')
			continue;
		pair.at = csv_location(reader, record->offset);
		pairs->items = arena_grow(lookups->arena, pairs->items, pairs->count,
					  &pairs->capacity, sizeof(*pairs->items));
		pairs->items[pairs->count++] = pair;
	}
}

static int compare_pairs(const void *a, const void *b)
{
	const struct pair *left = a, *right = b;
	int order = strcmp(left->key, right->key);

	return order != 0 ? order
			  : (left->at.line > right->at.line) - (left->at.line < right->at.line);
}

/* -- keys that are there twice ---------------------------------------------------------------- */

/* One message for all keys that are repeated with the same value, one for each that has two values. */
static void drop_repeats(struct records_lookups *lookups, struct pairs *pairs)
{
	enum { TOLD_MOST = 5 };
	const struct pair *repeated = NULL;
	size_t kept = 0, repeats = 0, conflicts = 0;

	for (size_t i = 0; i < pairs->count; i++) {
		const struct pair *last = kept == 0 ? NULL : &pairs->items[kept - 1];
		const struct pair *pair = &pairs->items[i];

		if (last == NULL || strcmp(last->key, pair->key) != 0) {
			pairs->items[kept++] = *pair;
		} else if (strcmp(last->text, pair->text) == 0) {
			repeats++;
			repeated = repeated == NULL ? last : repeated;
		} else if (++conflicts <= TOLD_MOST) {
			diag_add(lookups->diags, DIAG_LOOKUP_DISAGREES, pair->at,
				 arena_printf(lookups->arena,
					      "%s is \"%s\" here and \"%s\" in line %u", pair->key,
					      pair->text, last->text, last->at.line),
				 "leave one of the two rows");
		}
	}
	pairs->count = kept;
	if (repeats > 0)
		diag_addf(lookups->diags, DIAG_LOOKUP_REPEATS, repeated->at,
			  "%zu further row%s, the first of %s", repeats, repeats == 1 ? "" : "s",
			  repeated->key);
}

/* -- a lookup --------------------------------------------------------------------------------- */

const struct count_lookup *records_lookup_of(struct arena *arena, const char *id,
					     const char *const *keys, const char *const *texts,
					     size_t count)
{
	struct pair *pairs = arena_array(arena, count + 1, sizeof(*pairs));
	const char **all_keys = arena_array(arena, count + 1, sizeof(*all_keys));
	const char **all_texts = arena_array(arena, count + 1, sizeof(*all_texts));
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));

	for (size_t i = 0; i < count; i++)
		pairs[i] = (struct pair){ .key = keys[i], .text = texts[i] };
	qsort(pairs, count, sizeof(*pairs), compare_pairs);
	for (size_t i = 0; i < count; i++) {
		all_keys[i] = pairs[i].key;
		all_texts[i] = pairs[i].text;
	}
	*lookup = (struct count_lookup){
		.id = id, .keys = all_keys, .texts = all_texts, .count = count
	};
	return lookup;
}

static const struct count_lookup *lookup_of_pairs(struct arena *arena,
						  const struct lookup_spec *spec,
						  const struct pairs *pairs)
{
	const char **keys = arena_array(arena, pairs->count + 1, sizeof(*keys));
	const char **texts = arena_array(arena, pairs->count + 1, sizeof(*texts));
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));

	for (size_t i = 0; i < pairs->count; i++) {
		keys[i] = pairs->items[i].key;
		texts[i] = pairs->items[i].text;
	}
	*lookup = (struct count_lookup){
		.id = spec->id,
		.keys = keys,
		.texts = texts,
		.count = pairs->count,
		.table = spec->table.text,
		.key_column = spec->key.text,
		.text_column = spec->value.text,
	};
	return lookup;
}

static const struct count_lookup *read_lookup(struct records_lookups *lookups,
					      const struct lookup_spec *spec)
{
	const struct source_spec file = {
		.id = spec->id,
		.href = spec->href,
		.encoding = spec->encoding,
		.delimiter = spec->delimiter,
		.header = true,
		.at = spec->at,
	};
	const char *path = data_file_find(lookups->arena, lookups->report, &file, lookups->folders,
					  lookups->diags);
	size_t errors = diag_errors(lookups->diags);
	struct arena *text = arena_new();
	struct csv_reader *reader =
		path == NULL ? NULL : data_file_open(text, &file, path, lookups->diags);
	struct pairs pairs = { 0 };
	int key, value;

	if (reader != NULL) {
		key = column_of(lookups, reader, spec, &spec->key);
		value = column_of(lookups, reader, spec, &spec->value);
		if (key >= 0 && value >= 0)
			read_pairs(lookups, reader, key, value, &pairs);
	}
	for (size_t i = 0; i < pairs.count; i++)
		pairs.items[i].at.file = path;
	arena_free(text);
	if (path == NULL || reader == NULL || diag_errors(lookups->diags) > errors)
		return NULL;
	if (pairs.count > 1)
		qsort(pairs.items, pairs.count, sizeof(*pairs.items), compare_pairs);
	drop_repeats(lookups, &pairs);
	return diag_errors(lookups->diags) > errors ? NULL
						    : lookup_of_pairs(lookups->arena, spec, &pairs);
}

const struct count_lookup *records_lookup(struct records_lookups *lookups, const struct word *id)
{
	const struct report *report = lookups->report;

	for (size_t i = 0; i < report->lookup_count; i++) {
		if (strcmp(report->lookups[i].id, id->text) != 0)
			continue;
		if (lookups->read[i] == NULL && !lookups->failed[i]) {
			lookups->read[i] = read_lookup(lookups, &report->lookups[i]);
			lookups->failed[i] = lookups->read[i] == NULL;
		}
		return lookups->read[i];
	}
	diag_add(lookups->diags, DIAG_LOOKUP_UNKNOWN, id->at,
		 arena_printf(lookups->arena, "in=\"%s\"", id->text),
		 report->lookup_count == 0
			 ? "data has no <lookup>"
			 : suggest_member(lookups->arena, id->text, report->lookups,
					  report->lookup_count, sizeof(*report->lookups),
					  offsetof(struct lookup_spec, id)));
	return NULL;
}
