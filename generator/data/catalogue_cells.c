#include "data/catalogue_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/catalogue.h"
#include "data/csv.h"
#include "data/table.h"

/* A file none of whose rows use another set names and works out its indicators itself. */
static bool check_header(const struct catalogue_cells *cells, struct csv_reader *header)
{
	static const enum catalogue_column needed[] = { FIELD_NAME, FIELD_METHOD };
	struct buffer missing;
	bool whole;

	if (csv_find_column(header, "use") >= 0)
		return true;
	buffer_init(&missing);
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (csv_find_column(header, catalogue_column(needed[i])->name) < 0)
			buffer_printf(&missing, "%s\"%s\"", missing.length == 0 ? "" : ", ",
				      catalogue_column(needed[i])->name);
	whole = missing.length == 0;
	if (!whole)
		diag_addf(cells->diags, DIAG_REFERENCE_ROW, csv_column_location(header, 0),
			  "the header lacks %s", buffer_text(&missing));
	buffer_clear(&missing);
	return whole;
}

static bool read_thresholds(struct catalogue_cells *cells, const struct catalogue_file *file)
{
	const char *beside = path_folder(cells->arena, file->path);
	bool own = path_exists(path_join(cells->arena, beside, "thresholds.csv"));

	return thresholds_read(cells->arena, own ? beside : file->folder, &cells->thresholds,
			       cells->diags);
}

bool catalogue_open(struct catalogue_cells *cells, const struct catalogue_file *file)
{
	const struct table *table =
		table_read(cells->arena, file->path, file->from, catalogue_column_names(),
			   CATALOGUE_COLUMNS, 1, cells->diags);

	cells->table = table;
	cells->core = file->core == NULL ? "national-20" : file->core;
	return table != NULL && check_header(cells, table->reader) && read_thresholds(cells, file);
}

bool polarity_read(const char *text, enum polarity *polarity)
{
	if (strcmp(text, "high") == 0)
		*polarity = POLARITY_HIGH_GOOD;
	else if (strcmp(text, "low") == 0)
		*polarity = POLARITY_LOW_GOOD;
	else if (strcmp(text, "neither") == 0 || text[0] == '\0')
		*polarity = POLARITY_NONE;
	else
		return false;
	return true;
}

void catalogue_bad_cell(const struct catalogue_cells *cells, size_t row,
			enum catalogue_column column, const char *hint)
{
	diag_add(cells->diags, DIAG_REFERENCE_ROW, table_location(cells->table, row, column),
		 arena_printf(cells->arena, "%s=\"%s\"", catalogue_column(column)->name,
			      table_cell(cells->table, row, column)),
		 hint);
}

/* Every word of the cell is one that the column allows. */
static void check_words(const struct catalogue_cells *cells, size_t row,
			enum catalogue_column column)
{
	const struct catalogue_column_rule *rule = catalogue_column(column);
	const char *cell = table_cell(cells->table, row, column);
	size_t allowed_count, count = 1;
	const char **allowed = list_words(cells->arena, rule->words, "|", &allowed_count);
	const char **words =
		rule->form == CELL_WORDS ? list_words(cells->arena, cell, ";", &count) : &cell;

	for (size_t i = 0; i < count && cell[0] != '\0'; i++) {
		size_t j = 0;

		while (j < allowed_count && strcmp(allowed[j], words[i]) != 0)
			j++;
		if (j == allowed_count)
			catalogue_bad_cell(
				cells, row, column,
				suggest_hint(cells->arena, words[i], allowed, allowed_count));
	}
}

static void check_method(const struct catalogue_cells *cells, size_t row)
{
	const char *text = table_cell(cells->table, row, FIELD_METHOD);
	size_t count;
	const char *const *methods = catalogue_methods(&count);

	for (size_t i = 0; i < count; i++)
		if (strcmp(methods[i], text) == 0)
			return;
	/* A row that uses another set need not name one. */
	if (text[0] == '\0' && table_cell(cells->table, row, FIELD_USE)[0] != '\0')
		return;
	catalogue_bad_cell(cells, row, FIELD_METHOD,
			   suggest_hint(cells->arena, text, methods, count));
}

static void read_class(const struct catalogue_cells *cells, size_t row, struct indicator *indicator)
{
	const char *from = table_cell(cells->table, row, FIELD_CLASS_FROM);
	const char *to = table_cell(cells->table, row, FIELD_CLASS_TO);

	if ((from[0] != '\0' || to[0] != '\0') && !indicator_set_class(indicator, from, to))
		catalogue_bad_cell(cells, row, FIELD_CLASS_FROM,
				   "use two numbers, of which class_to is the larger or empty");
}

/* What is no text. */
static void read_others(const struct catalogue_cells *cells, size_t row,
			struct indicator *indicator)
{
	const char *multiplier = table_cell(cells->table, row, FIELD_MULTIPLIER);
	const char *decimals = table_cell(cells->table, row, FIELD_DECIMALS);
	const char *good = table_cell(cells->table, row, FIELD_GOOD);
	const char *age = table_cell(cells->table, row, FIELD_AT_AGE);
	unsigned places;

	read_class(cells, row, indicator);
	if (age[0] != '\0' &&
	    (!number_parse(age, strlen(age), &indicator->at_age) || indicator->at_age < 0))
		catalogue_bad_cell(cells, row, FIELD_AT_AGE, "use an age in years: 65");
	if (good[0] != '\0' && !polarity_read(good, &indicator->polarity))
		catalogue_bad_cell(cells, row, FIELD_GOOD, "use one of: high, low, neither");
	if (multiplier[0] != '\0' &&
	    (!number_parse(multiplier, strlen(multiplier), &indicator->multiplier) ||
	     indicator->multiplier <= 0))
		catalogue_bad_cell(cells, row, FIELD_MULTIPLIER, "use a number above 0");
	if (decimals[0] == '\0')
		return;
	if (number_parse_whole(decimals, DECIMALS_MOST, &places))
		indicator->decimals = (int)places;
	else
		catalogue_bad_cell(cells, row, FIELD_DECIMALS, "use a whole number from 0 to 6");
}

/* The text with words in the place of each {threshold}. */
static const char *put_threshold(struct arena *arena, const char *text, const char *words)
{
	static const char mark[] = "{threshold}";
	const char *at = strstr(text, mark);

	while (at != NULL) {
		size_t before = (size_t)(at - text);

		text = arena_printf(arena, "%.*s%s%s", (int)before, text, words, at + strlen(mark));
		at = strstr(text + before + strlen(words), mark);
	}
	return text;
}

/* "core" is the one of core-national-20, core-local-20 and core-national-10 that the report chooses. */
static const struct threshold *find_threshold(const struct catalogue_cells *cells, const char *id)
{
	if (strcmp(id, "core") == 0)
		id = arena_printf(cells->arena, "core-%s", cells->core);
	return threshold_find(&cells->thresholds, id);
}

static void put_thresholds(const struct catalogue_cells *cells, size_t row,
			   struct indicator *indicator)
{
	const char *id = table_cell(cells->table, row, FIELD_THRESHOLD);
	const struct threshold *threshold = find_threshold(cells, id);

	if (id[0] != '\0' && threshold == NULL)
		catalogue_bad_cell(cells, row, FIELD_THRESHOLD,
				   suggest_member(cells->arena, id, cells->thresholds.items,
						  cells->thresholds.count,
						  sizeof(*cells->thresholds.items),
						  offsetof(struct threshold, id)));
	for (int column = 0; column < CATALOGUE_COLUMNS; column++) {
		const char **text = catalogue_text(indicator, (enum catalogue_column)column);

		if (text == NULL || strstr(*text, "{threshold}") == NULL)
			continue;
		if (threshold != NULL)
			*text = put_threshold(cells->arena, *text, threshold->words);
		else if (id[0] == '\0')
			catalogue_bad_cell(cells, row, (enum catalogue_column)column,
					   "name the threshold in the column threshold");
	}
}

/* The row's own words, in the place of those that it uses. */
void catalogue_fill(const struct catalogue_cells *cells, size_t row, struct indicator *indicator)
{
	for (int i = 0; i < CATALOGUE_COLUMNS; i++) {
		enum catalogue_column column = (enum catalogue_column)i;
		enum cell_form form = catalogue_column(column)->form;
		const char *cell = table_cell(cells->table, row, column);
		const char **text = catalogue_text(indicator, column);

		if (text != NULL && cell[0] != '\0')
			*text = cell;
		if (text != NULL && (form == CELL_WORD || form == CELL_WORDS))
			check_words(cells, row, column);
	}
	check_method(cells, row);
	read_others(cells, row, indicator);
	put_thresholds(cells, row, indicator);
}
