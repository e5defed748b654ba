#include "data/catalogue_check.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/catalogue_parts.h"
#include "data/csv.h"
#include "data/table.h"

/* The lists that cells name entries of. */
struct names {
	const char **items;
	size_t count;
};

struct check {
	struct catalogue_cells cells;
	struct names dimensions, rules, standards;
	const struct indicators *indicators;
};

static const char *cell_of(const struct check *check, size_t row, enum catalogue_column column)
{
	return table_cell(check->cells.table, row, column);
}

static void check_columns(const struct check *check)
{
	const struct csv_reader *reader = check->cells.table->reader;
	const char *const *known = catalogue_column_names();

	for (size_t i = 0; i < csv_columns(reader); i++) {
		const char *name = csv_column_name(reader, i);
		size_t j = 0;

		while (j < CATALOGUE_COLUMNS && strcmp(known[j], name) != 0)
			j++;
		if (j == CATALOGUE_COLUMNS)
			diag_add(check->cells.diags, DIAG_CATALOGUE_COLUMN,
				 csv_column_location(reader, i), name,
				 suggest_hint(check->cells.arena, name, known, CATALOGUE_COLUMNS));
	}
}

static void check_name(const struct check *check, size_t row, enum catalogue_column column,
		       const char *name, const struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return;
	catalogue_bad_cell(&check->cells, row, column,
			   suggest_hint(check->cells.arena, name, names->items, names->count));
}

/* Reports list ids with blanks between them, catalogues with other marks. */
static void check_id(const struct check *check, size_t row, enum catalogue_column column)
{
	if (strpbrk(cell_of(check, row, column), " ,;|") != NULL)
		catalogue_bad_cell(&check->cells, row, column,
				   "an id holds neither blanks nor any of , ; |");
}

/* "all", "0-17", "18+", or words: what begins with a digit must be ages. */
static void check_ages(const struct check *check, size_t row, enum catalogue_column column)
{
	const char *cell = cell_of(check, row, column);
	double lower, upper;

	if (cell[0] >= '0' && cell[0] <= '9' && !age_band_parse(cell, &lower, &upper))
		catalogue_bad_cell(&check->cells, row, column,
				   "use ages, 0-17 or 18+, the word all, or words");
}

static void check_names(const struct check *check, size_t row)
{
	for (int i = 0; i < CATALOGUE_COLUMNS; i++) {
		enum catalogue_column column = (enum catalogue_column)i;
		enum cell_form form = catalogue_column(column)->form;
		const char *cell = cell_of(check, row, column);
		size_t count;
		const char **words;

		if (cell[0] == '\0')
			continue;
		if (form == CELL_ID)
			check_id(check, row, column);
		else if (form == CELL_AGES)
			check_ages(check, row, column);
		else if (form == CELL_RULE)
			check_name(check, row, column, cell, &check->rules);
		else if (form == CELL_STANDARD)
			check_name(check, row, column, cell, &check->standards);
		else if (form == CELL_DIMENSIONS) {
			words = list_words(check->cells.arena, cell, ";", &count);
			for (size_t j = 0; j < count; j++)
				check_name(check, row, column, words[j], &check->dimensions);
		}
	}
}

/* The number behind the first "per" of a unit: 100000 of "Admissions per 100,000 people"; 0 if none. */
static double number_in_unit(const char *unit)
{
	const char *at = strstr(unit, "per ");
	char digits[24];
	size_t used = 0;

	if (at == NULL)
		return 0;
	at += strlen("per ");
	if (strncmp(at, "million", strlen("million")) == 0)
		return 1e6;
	for (; ((*at >= '0' && *at <= '9') || *at == ',') && used + 1 < sizeof(digits); at++)
		if (*at != ',')
			digits[used++] = *at;
	digits[used] = '\0';
	return strtod(digits, NULL);
}

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static void check_unit(const struct check *check, size_t row, const struct indicator *indicator)
{
	static const char *const shares[] = { "proportion", "share-gap" };
	const char *unit = indicator->unit;
	double said = unit[0] == '%' || strcasecmp(unit, "percentage points") == 0
			      ? 100
			      : number_in_unit(unit);
	bool is_share = is_one_of(indicator->method, shares, sizeof(shares) / sizeof(shares[0]));

	if (unit[0] == '\0')
		return;
	if ((is_share && said != 100) ||
	    (indicator->multiplier != MULTIPLIER_BY_UNIT && said > 0 &&
	     said != indicator->multiplier) ||
	    (indicator->multiplier > 1 && !(said > 0)))
		diag_addf(check->cells.diags, DIAG_CATALOGUE_UNIT,
			  table_location(check->cells.table, row, FIELD_UNIT),
			  "%s: \"%s\", multiplier %.15g", indicator->id, unit,
			  indicator->multiplier);
}

/* What a method cannot do without. */
static void check_needs(const struct check *check, size_t row, const struct indicator *indicator)
{
	static const char *const direct[] = { "dsr", "dsr-events" };
	static const char *const rates[] = { "dsr", "dsr-events", "crude-rate", "isr" };
	const char *method = indicator->method;

	if (is_one_of(method, direct, sizeof(direct) / sizeof(direct[0])) &&
	    indicator->standard[0] == '\0')
		catalogue_bad_cell(&check->cells, row, FIELD_STANDARD,
				   "a directly standardised rate needs a standard population");
	if (is_one_of(method, rates, sizeof(rates) / sizeof(rates[0])) &&
	    indicator->multiplier == MULTIPLIER_BY_UNIT &&
	    cell_of(check, row, FIELD_MULTIPLIER)[0] == '\0')
		catalogue_bad_cell(&check->cells, row, FIELD_MULTIPLIER,
				   "a rate needs its multiplier: 100000");
}

static bool have_a_code_in_common(const struct check *check, const char *a, const char *b)
{
	size_t a_count, b_count;
	const char **ours = list_words(check->cells.arena, a, "|", &a_count);
	const char **theirs = list_words(check->cells.arena, b, "|", &b_count);

	for (size_t i = 0; i < a_count; i++)
		if (is_one_of(ours[i], theirs, b_count))
			return true;
	return false;
}

static void check_codes(const struct check *check, size_t row, const struct indicator *indicator)
{
	for (const struct indicator *other = check->indicators->items; other < indicator; other++)
		if (have_a_code_in_common(check, indicator->codes, other->codes))
			diag_addf(check->cells.diags, DIAG_CATALOGUE_CODE,
				  table_location(check->cells.table, row, FIELD_CODES), "%s and %s",
				  other->id, indicator->id);
}

static struct names names_new(struct arena *arena, size_t count)
{
	return (struct names){ .items = arena_array(arena, count + 1, sizeof(const char *)) };
}

static void list_names(struct check *check, const struct reference *reference)
{
	struct arena *arena = check->cells.arena;

	check->dimensions = names_new(arena, reference->dimensions.count);
	check->rules = names_new(arena, reference->rule_count);
	check->standards = names_new(arena, reference->standard_count);
	for (size_t i = 0; i < reference->dimensions.count; i++)
		check->dimensions.items[check->dimensions.count++] =
			reference->dimensions.items[i].id;
	for (size_t i = 0; i < reference->rule_count; i++)
		check->rules.items[check->rules.count++] = reference->rules[i].id;
	/* One standard may be cut into bands in several ways. */
	for (size_t i = 0; i < reference->standard_count; i++)
		if (!is_one_of(reference->standards[i].name, check->standards.items,
			       check->standards.count))
			check->standards.items[check->standards.count++] =
				reference->standards[i].name;
}

size_t catalogue_check(struct arena *arena, const struct catalogue_file *file,
		       const struct reference *reference, struct diag_list *diags)
{
	struct indicators indicators = { 0 };
	struct check check = { .cells = { .arena = arena, .diags = diag_list_new(arena) },
			       .indicators = &indicators };

	catalogue_read(arena, file, &indicators, diags);
	/* Reading has told already what is wrong with the file as a whole. */
	if (!catalogue_open(&check.cells, file))
		return 0;
	check.cells.diags = diags;
	list_names(&check, reference);
	check_columns(&check);
	for (size_t row = 0; row < check.cells.table->row_count; row++) {
		int found = indicator_find(&indicators, cell_of(&check, row, FIELD_ID));

		check_names(&check, row);
		if (found < 0)
			continue;
		check_unit(&check, row, &indicators.items[found]);
		check_needs(&check, row, &indicators.items[found]);
		check_codes(&check, row, &indicators.items[found]);
	}
	return indicators.count;
}
