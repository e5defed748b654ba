#include "data/reference_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/string_index.h"
#include "data/avoided_read.h"
#include "data/glossary_read.h"
#include "data/nesting_read.h"
#include "data/organisations_read.h"
#include "data/standard_read.h"
#include "data/table.h"

struct loader {
	struct arena *arena;
	const char *folder;
	struct reference *reference;
	struct diag_list *diags;
};

static struct table *open_table(struct loader *loader, const char *name, const char *const *columns,
				size_t count)
{
	const char *path = path_join(loader->arena, loader->folder, name);

	return table_read(loader->arena, path, (struct location){ 0 }, columns, count, count,
			  loader->diags);
}

static void bad_row(struct loader *loader, const struct table *table, size_t row, const char *what)
{
	diag_add(loader->diags, DIAG_REFERENCE_ROW, table_location(table, row, 0), what, NULL);
}

/* An empty cell gives fallback. */
static double number_cell(struct loader *loader, const struct table *table, size_t row,
			  size_t column, double fallback)
{
	const char *text = table_cell(table, row, column);
	double number = fallback;

	if (text[0] != '\0' && !number_parse(text, strlen(text), &number))
		bad_row(loader, table, row,
			arena_printf(loader->arena, "%s=\"%s\" is not a number",
				     table->columns[column], text));
	return number;
}

static void read_dimensions(struct loader *loader)
{
	static const char *const columns[] = { "dimension", "label", "is_age" };
	struct dimensions *dimensions = &loader->reference->dimensions;
	const struct table *table = open_table(loader, "dimensions.csv", columns, 3);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		dimensions->items = arena_grow(loader->arena, dimensions->items, dimensions->count,
					       &dimensions->capacity, sizeof(*dimensions->items));
		dimensions->items[dimensions->count++] = (struct dimension){
			.id = table_cell(table, row, 0),
			.label = table_cell(table, row, 1),
			.is_age = table_flag(table, row, 2),
		};
	}
}

static bool read_form(const char *text, enum classification_form *form)
{
	static const char *const forms[] = { "listed", "age-bands", "organisations", "names" };

	for (int i = 0; i < 4; i++)
		if (strcmp(forms[i], text) == 0) {
			*form = (enum classification_form)i;
			return true;
		}
	return false;
}

static void read_classifications(struct loader *loader)
{
	enum {
		ID,
		DIMENSION,
		FORM,
		ORDERED,
		LABEL,
		PHRASE,
		NOUN,
		MOST,
		LEAST,
		NOTE,
		SERIES,
		EDITION,
		NOUNS,
		COLUMNS
	};
	static const char *const columns[COLUMNS] = {
		"classification", "dimension",  "form",        "ordered", "label",
		"phrase",         "group_noun", "most",        "least",   "note",
		"series",         "edition",    "group_nouns",
	};
	struct dimensions *dimensions = &loader->reference->dimensions;
	const struct table *table = table_read(
		loader->arena, path_join(loader->arena, loader->folder, "classifications.csv"),
		(struct location){ 0 }, columns, COLUMNS, SERIES, loader->diags);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		struct classification *classification =
			arena_alloc(loader->arena, sizeof(*classification));

		*classification = (struct classification){
			.id = table_cell(table, row, ID),
			.dimension = table_cell(table, row, DIMENSION),
			.ordered = table_flag(table, row, ORDERED),
			.label = table_cell(table, row, LABEL),
			.phrase = table_cell(table, row, PHRASE),
			.group_noun = table_cell(table, row, NOUN),
			.most = table_cell(table, row, MOST),
			.least = table_cell(table, row, LEAST),
			.note = table_cell(table, row, NOTE),
			.series = table_cell(table, row, SERIES),
			.edition = table_cell(table, row, EDITION),
			.group_nouns = table_cell(table, row, NOUNS),
			.names = string_index_new(loader->arena),
		};
		if (classification->group_nouns[0] == '\0')
			classification->group_nouns = classification->group_noun;
		if (!read_form(table_cell(table, row, FORM), &classification->form))
			bad_row(loader, table, row,
				"form must be listed, age-bands, organisations or names");
		if (dimension_find(dimensions, classification->dimension) < 0)
			bad_row(loader, table, row, "no such dimension in dimensions.csv");
		dimensions->classifications = arena_grow(loader->arena, dimensions->classifications,
							 dimensions->classification_count,
							 &dimensions->classification_capacity,
							 sizeof(*dimensions->classifications));
		dimensions->classifications[dimensions->classification_count++] = classification;
	}
}

/* Names of a group, separated by "|". */
static void add_aliases(struct loader *loader, const struct table *table, size_t row,
			struct classification *classification, const char *aliases, int group)
{
	while (*aliases != '\0') {
		size_t length = strcspn(aliases, "|");
		const char *name = arena_strndup(loader->arena, aliases, length);

		if (length > 0 && !group_add_name(loader->arena, classification, name, group))
			bad_row(loader, table, row,
				arena_printf(loader->arena, "\"%s\" names two groups", name));
		aliases += length + (aliases[length] == '|');
	}
}

static void read_groups(struct loader *loader)
{
	enum { CLASSIFICATION, CODE, LABEL, SHORT, PHRASE, PARENT, KIND, ALIASES, COLUMNS };
	static const char *const columns[COLUMNS] = {
		"classification", "code",   "label", "short_label",
		"phrase",         "parent", "kind",  "aliases",
	};
	struct dimensions *dimensions = &loader->reference->dimensions;
	const struct table *table = open_table(loader, "groups.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		int found = classification_find(dimensions, table_cell(table, row, CLASSIFICATION));
		struct classification *classification;
		struct group group = {
			.code = table_cell(table, row, CODE),
			.label = table_cell(table, row, LABEL),
			.short_label = table_cell(table, row, SHORT),
			.phrase = table_cell(table, row, PHRASE),
			.parent = table_cell(table, row, PARENT),
			.kind = strcmp(table_cell(table, row, KIND), "unknown") == 0
					? GROUP_UNKNOWN
					: GROUP_ORDINARY,
		};

		if (found < 0) {
			bad_row(loader, table, row,
				"no such classification in classifications.csv");
			continue;
		}
		if (group.short_label[0] == '\0')
			group.short_label = group.label;
		if (group.phrase[0] == '\0')
			group.phrase = group.short_label;
		classification = dimensions->classifications[found];
		classification->groups =
			arena_grow(loader->arena, classification->groups, classification->count,
				   &classification->capacity, sizeof(group));
		classification->groups[classification->count] = group;
		if (!group_add_name(loader->arena, classification, group.code,
				    (int)classification->count) ||
		    !group_add_name(loader->arena, classification, group.label,
				    (int)classification->count))
			bad_row(loader, table, row, "its code or label names two groups");
		add_aliases(loader, table, row, classification, table_cell(table, row, ALIASES),
			    (int)classification->count);
		classification->count++;
	}
}

static void read_rules(struct loader *loader)
{
	enum {
		ID,
		APPLIES,
		FROM,
		TO,
		SHOWN,
		ROUND,
		RATES,
		SECONDARY,
		NOTE,
		CONFIDENCE,
		LEVEL,
		LEAST,
		SOURCE,
		COLUMNS
	};
	static const char *const columns[COLUMNS] = {
		"rule",     "applies_to",         "hide_from", "hide_to", "shown_as",
		"round_to", "rates_from_rounded", "secondary", "note",    "confidence",
		"level",    "least_values",       "source",
	};
	struct reference *reference = loader->reference;
	const struct table *table = open_table(loader, "disclosure-rules.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		bool hides = table_cell(table, row, TO)[0] != '\0';

		reference->rules =
			arena_grow(loader->arena, reference->rules, reference->rule_count,
				   &reference->rule_capacity, sizeof(*reference->rules));
		reference->rules[reference->rule_count++] = (struct disclosure_rule){
			.id = table_cell(table, row, ID),
			.applies_to = table_cell(table, row, APPLIES),
			.hides = hides,
			.hide_from = number_cell(loader, table, row, FROM, 0),
			.hide_to = number_cell(loader, table, row, TO, 0),
			.shows_instead = hides && table_cell(table, row, SHOWN)[0] != '\0',
			.shown_as = number_cell(loader, table, row, SHOWN, 0),
			.round_to = number_cell(loader, table, row, ROUND, 0),
			.rates_from_rounded = table_flag(table, row, RATES),
			.secondary = table_flag(table, row, SECONDARY),
			.note = table_cell(table, row, NOTE),
			.confidence = table_cell(table, row, CONFIDENCE),
			.level = table_cell(table, row, LEVEL),
			.least_values = number_cell(loader, table, row, LEAST, 0),
			.source = table_cell(table, row, SOURCE),
		};
	}
}

struct reference *reference_read(struct arena *arena, const char *folder, struct diag_list *diags)
{
	size_t errors = diag_errors(diags);
	struct loader loader = {
		.arena = arena,
		.folder = folder,
		.reference = arena_alloc(arena, sizeof(struct reference)),
		.diags = diags,
	};

	read_dimensions(&loader);
	read_classifications(&loader);
	read_groups(&loader);
	standards_read(arena, folder, loader.reference, diags);
	read_rules(&loader);
	nesting_read(arena, folder, loader.reference, diags);
	organisations_read(arena, folder, loader.reference, diags);
	glossary_read(arena, folder, loader.reference, diags);
	avoided_read(arena, folder, loader.reference, diags);
	return diag_errors(diags) == errors ? loader.reference : NULL;
}
