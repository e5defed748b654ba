#include "run/batch/list.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "base/string_index.h"
#include "base/suggest.h"
#include "data/csv.h"
#include "spec/read.h"

enum { KEY_LONGEST = 100 };

static const char comparison_key[] = "comparison", bodies_parameter[] = "bodies";

static const char folder_column[] = "folder", name_column[] = "name", code_column[] = "code";

struct lister {
	struct batch *batch;
	struct arena *arena;
	struct diag_list *diags;
	const struct declared_parameter *parameters;
	size_t parameter_count;
	struct csv_reader *reader;
	int *sets;                 /* of every column: the parameter; -1 = none */
	int folder, name, first;   /* columns; -1 = none. first: that sets a parameter */
	struct string_index *keys; /* folded -> item */
};

/* -- which columns mean what -------------------------------------------------------------------- */

static int parameter_named(const struct lister *lister, const char *name)
{
	for (size_t i = 0; i < lister->parameter_count; i++)
		if (strcmp(lister->parameters[i].name, name) == 0)
			return (int)i;
	return -1;
}

/* The one parameter that is a body; -1 when there is none, or more. */
static int parameter_of_body(const struct lister *lister)
{
	int found = -1;

	for (size_t i = 0; i < lister->parameter_count; i++) {
		if (strcmp(lister->parameters[i].type, "organisation") != 0)
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

static bool is_set_by_a_column(const struct lister *lister, int parameter)
{
	for (size_t i = 0; i < csv_columns(lister->reader); i++)
		if (lister->sets[i] == parameter)
			return true;
	return false;
}

static void read_header(struct lister *lister)
{
	size_t columns = csv_columns(lister->reader);
	int code = -1, body = parameter_of_body(lister);

	lister->sets = arena_array(lister->arena, columns + 1, sizeof(*lister->sets));
	lister->folder = lister->name = lister->first = -1;
	for (size_t i = 0; i < columns; i++) {
		const char *name = csv_column_name(lister->reader, i);

		lister->sets[i] = parameter_named(lister, name);
		if (lister->folder < 0 && strcmp(name, folder_column) == 0)
			lister->folder = (int)i;
		if (lister->name < 0 && strcmp(name, name_column) == 0)
			lister->name = (int)i;
		if (code < 0 && strcmp(name, code_column) == 0)
			code = (int)i;
	}
	if (code >= 0 && body >= 0 && lister->sets[code] < 0 && !is_set_by_a_column(lister, body))
		lister->sets[code] = body;
	for (size_t i = columns; i-- > 0;)
		if (lister->sets[i] >= 0)
			lister->first = (int)i;
}

static const char *parameter_hint(const struct lister *lister, const char *column)
{
	const char **names =
		arena_array(lister->arena, lister->parameter_count + 1, sizeof(*names));

	for (size_t i = 0; i < lister->parameter_count; i++)
		names[i] = lister->parameters[i].name;
	return suggest_hint(lister->arena, column, names, lister->parameter_count);
}

/* Says once which columns are passed over. */
static void tell_unused(const struct lister *lister)
{
	const char *unused = "";

	for (size_t i = 0; i < csv_columns(lister->reader); i++) {
		const char *name = csv_column_name(lister->reader, i);

		if (lister->sets[i] < 0 && (int)i != lister->folder && (int)i != lister->name)
			unused = arena_printf(lister->arena, "%s%s%s", unused,
					      unused[0] == '\0' ? "" : ", ", name);
	}
	if (unused[0] != '\0')
		diag_add(lister->diags, DIAG_BATCH_COLUMNS, csv_column_location(lister->reader, 0),
			 unused, NULL);
}

static bool check_header(const struct lister *lister)
{
	const struct command_line *line = lister->batch->line;
	bool good = true;

	if (lister->first < 0) {
		diag_add(lister->diags, DIAG_BATCH_LIST, csv_column_location(lister->reader, 0),
			 "no column has the name of a parameter of the report",
			 parameter_hint(lister, csv_column_name(lister->reader, 0)));
		return false;
	}
	for (size_t i = 0; i < line->run.setting_count; i++) {
		int parameter = parameter_named(lister, line->run.settings[i].name);

		if (parameter < 0 || !is_set_by_a_column(lister, parameter))
			continue;
		good = false;
		diag_addf(lister->diags, DIAG_USAGE, (struct location){ 0 },
			  "-p %s=%s, which the list sets for every statement",
			  line->run.settings[i].name, line->run.settings[i].value);
	}
	return good;
}

/* -- rows --------------------------------------------------------------------------------------- */

static const char *cell_text(const struct lister *lister, const struct csv_record *record,
			     int column)
{
	struct csv_cell cell;

	if (column < 0 || (size_t)column >= record->count)
		return "";
	cell = csv_trim(record->cells[column]);
	return arena_strndup(lister->arena, cell.text, cell.length);
}

/* NULL, or what keeps a text from being the name of a folder on every system. */
static const char *fault_of_key(const char *key)
{
	if (key[0] == '\0')
		return "the row does not name a folder";
	if (key[0] == '.' || key[0] == '-')
		return "begins with a full stop or hyphen";
	if (strlen(key) > KEY_LONGEST)
		return "is too long";
	for (const char *at = key; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || strchr("/\\:*?\"<>|", *at) != NULL)
			return "has a character that folders cannot have in their names";
	if (key[strlen(key) - 1] == '.')
		return "ends with a full stop";
	return NULL;
}

/* Names that some file systems take for one are one. */
static bool take_key(struct lister *lister, const char *key, struct location at)
{
	char *folded = arena_strdup(lister->arena, key);
	int other;

	for (char *letter = folded; *letter != '\0'; letter++)
		if (*letter >= 'A' && *letter <= 'Z')
			*letter = (char)(*letter - 'A' + 'a');
	other = string_index_find(lister->keys, folded);
	if (other == STRING_INDEX_NONE)
		return string_index_add(lister->keys, folded, (int)lister->batch->count);
	diag_add(lister->diags, DIAG_BATCH_ROW, at,
		 arena_printf(lister->arena, "%s stands in line %u too", key,
			      lister->batch->items[other].at.line),
		 "a column \"folder\" gives statements of one body different folders");
	return false;
}

/* What the row sets, then what the command line does. */
static void add_settings(const struct lister *lister, const struct csv_record *record,
			 struct batch_item *item)
{
	const struct run_options *options = &lister->batch->line->run;
	size_t columns = csv_columns(lister->reader);
	struct parameter_setting *settings =
		arena_array(lister->arena, columns + options->setting_count + 1, sizeof(*settings));

	for (size_t i = 0; i < columns; i++) {
		const char *value = cell_text(lister, record, (int)i);

		if (lister->sets[i] < 0 || value[0] == '\0')
			continue;
		settings[item->setting_count++] =
			(struct parameter_setting){ lister->parameters[lister->sets[i]].name,
						    value };
	}
	for (size_t i = 0; i < options->setting_count; i++)
		settings[item->setting_count++] = options->settings[i];
	item->settings = settings;
}

/* The value of the parameter that is a body, else what the folder is called by. */
static const char *body_of(const struct lister *lister, const struct batch_item *item)
{
	int body = parameter_of_body(lister);

	for (size_t i = 0; body >= 0 && i < item->setting_count; i++)
		if (strcmp(item->settings[i].name, lister->parameters[body].name) == 0)
			return item->settings[i].value;
	return item->key;
}

static void read_row(struct lister *lister, const struct csv_record *record)
{
	struct batch *batch = lister->batch;
	int column = lister->folder >= 0 ? lister->folder : lister->first;
	struct batch_item item = {
		.key = cell_text(lister, record, column),
		.name = cell_text(lister, record, lister->name),
		.spec = batch->line->run.spec,
		.at = csv_location(lister->reader, record->offset),
		.message = "",
		.mine = true,
	};
	const char *fault = fault_of_key(item.key);

	if (fault != NULL) {
		diag_addf(lister->diags, DIAG_BATCH_ROW, item.at, "%s%s%s", item.key,
			  item.key[0] == '\0' ? "" : " ", fault);
		return;
	}
	if (!take_key(lister, item.key, item.at))
		return;
	if (item.name[0] == '\0')
		item.name = item.key;
	add_settings(lister, record, &item);
	item.body = body_of(lister, &item);
	batch->items = arena_grow(batch->arena, batch->items, batch->count, &batch->capacity,
				  sizeof(*batch->items));
	batch->items[batch->count++] = item;
}

/* -- the file ----------------------------------------------------------------------------------- */

/* The list of the report: that of the one parameter that names one. NULL after a diagnostic. */
static const char *list_of_report(const struct lister *lister, struct location *from)
{
	const char *spec = lister->batch->line->run.spec, *found = NULL;

	*from = (struct location){ .file = spec };
	for (size_t i = 0; i < lister->parameter_count; i++) {
		const struct declared_parameter *parameter = &lister->parameters[i];

		if (parameter->from == NULL || found != NULL)
			continue;
		found = parameter->from;
		*from = parameter->at;
	}
	if (found == NULL) {
		diag_add(
			lister->diags, DIAG_USAGE, (struct location){ 0 },
			"batch lacks a list of statements",
			"write --for-each LIST.csv, or from=\"LIST.csv\" at a parameter of the report");
		return NULL;
	}
	return path_join(lister->arena, path_folder(lister->arena, spec), found);
}

static bool read_rows(struct lister *lister)
{
	const struct csv_record *record;

	while ((record = csv_next(lister->reader)) != NULL)
		read_row(lister, record);
	if (csv_failed(lister->reader) || diag_errors(lister->diags) > 0)
		return false;
	if (lister->batch->count == 0)
		diag_add(lister->diags, DIAG_BATCH_LIST, csv_column_location(lister->reader, 0),
			 "it has no rows", NULL);
	return lister->batch->count > 0;
}

bool batch_list_read(struct batch *batch)
{
	struct command_line *line = batch->line;
	struct lister lister = { .batch = batch, .arena = batch->arena, .diags = line->diags };
	const char *path = line->for_each;
	struct location from = { .file = NULL };
	struct source *source;

	lister.parameters = report_parameters(batch->arena, line->run.spec, &lister.parameter_count,
					      line->diags);
	if (lister.parameters == NULL)
		return false;
	if (path == NULL)
		path = list_of_report(&lister, &from);
	if (path == NULL)
		return false;
	source = source_read(batch->arena, path, path, from, DIAG_DATA_UNREADABLE, line->diags);
	lister.reader = source == NULL ? NULL : csv_open(batch->arena, source, NULL, line->diags);
	if (lister.reader == NULL)
		return false;
	lister.keys = string_index_new(batch->arena);
	read_header(&lister);
	if (!check_header(&lister))
		return false;
	tell_unused(&lister);
	return read_rows(&lister);
}

/* -- the comparison ----------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The codes of all bodies, each once, with blanks between. */
static const char *all_bodies(const struct batch *batch)
{
	const char **codes = arena_array(batch->arena, batch->count, sizeof(*codes));
	struct buffer text;

	buffer_init(&text);
	for (size_t i = 0; i < batch->count; i++)
		codes[i] = batch->items[i].body;
	qsort(codes, batch->count, sizeof(*codes), compare_texts);
	for (size_t i = 0; i < batch->count; i++)
		if (i == 0 || strcmp(codes[i], codes[i - 1]) != 0)
			buffer_printf(&text, "%s%s", i == 0 ? "" : " ", codes[i]);
	return buffer_finish(&text, batch->arena);
}

static bool is_taken(const struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		if (strcasecmp(batch->items[i].key, comparison_key) == 0) {
			diag_addf(batch->line->diags, DIAG_BATCH_ROW, batch->items[i].at,
				  "%s is the folder of the comparison", batch->items[i].key);
			return true;
		}
	return false;
}

bool batch_list_add_comparison(struct batch *batch)
{
	const struct run_options *options = &batch->line->run;
	struct lister lister = { .batch = batch, .arena = batch->arena };
	struct batch_item item = {
		.key = comparison_key,
		.name = comparison_key,
		.spec = batch->line->comparison,
		.message = "",
		.is_comparison = true,
	};
	struct parameter_setting *settings;

	if (item.spec == NULL)
		return true;
	lister.parameters = report_parameters(batch->arena, item.spec, &lister.parameter_count,
					      batch->line->diags);
	if (lister.parameters == NULL || is_taken(batch))
		return false;
	settings = arena_array(batch->arena, options->setting_count + 1, sizeof(*settings));
	if (parameter_named(&lister, bodies_parameter) >= 0)
		settings[item.setting_count++] =
			(struct parameter_setting){ bodies_parameter, all_bodies(batch) };
	for (size_t i = 0; i < options->setting_count; i++)
		if (parameter_named(&lister, options->settings[i].name) >= 0)
			settings[item.setting_count++] = options->settings[i];
	item.settings = settings;
	item.at = (struct location){ .file = item.spec };
	batch->items = arena_grow(batch->arena, batch->items, batch->count, &batch->capacity,
				  sizeof(*batch->items));
	batch->items[batch->count++] = item;
	return true;
}
